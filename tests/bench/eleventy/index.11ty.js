import { page } from "./parts.js";

export const data = { layout: null, permalink: "/" };

export const render = ({ site }) =>
  page(site, { title: "Bench", description: "A generated corpus.", address: "/", head: "", body: "<h1>Bench</h1>" });
