// The compiler in a worker: started once, asked one thing at a time, the newest question first.

export class Checker {
  #worker;
  #waiting = new Map();
  #last = 0;
  #reason = null;

  constructor(script, onStage) {
    this.#worker = new Worker(script, { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => {
      if (data.stage) onStage(data.stage);
      else this.#answer(data);
    });
    this.#worker.addEventListener("error", (event) => this.#fail(event.message));
  }

  start(from) {
    return this.#send({ start: from });
  }

  ask(request) {
    return this.#send({ request });
  }

  #send(message) {
    if (this.#reason !== null) return Promise.reject(new Error(this.#reason));
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...message });
    });
  }

  #answer({ id, answer, failed }) {
    if (!this.#waiting.has(id)) return;
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failed) reject(new Error(failed));
    else resolve(answer);
  }

  // A worker that has failed once may never answer again.
  #fail(reason = "") {
    this.#reason = reason;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
