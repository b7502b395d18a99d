// Reviews whose date has passed since the site was built.

export const isPast = (day) => day < new Date().toISOString().slice(0, 10);

for (const note of document.querySelectorAll("[data-cb-due][hidden]")) note.hidden = !isPast(note.dataset.cbDue);
