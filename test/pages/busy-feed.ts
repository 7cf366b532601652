/** A feed that never rests: fifty posts, each with a comment box, whose comments come and go while a person writes. */
import { find, isBareEnter } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

export interface FeedCount {
  /** Nodes added and nodes removed, elements and texts, since the feed was started. */
  readonly nodes: number;
  readonly milliseconds: number;
  /** Waits for the next turn that came more than 50 ms late: something held the page up for so long. */
  readonly stalls: number;
  readonly longestStall: number;
}

declare global {
  interface Window {
    feed: { start(): void; stop(): FeedCount };
  }
}

const posts = 50;
const rowsKept = 12;
const rowsEachTurn = 4;
const turnMs = 10;
const stallMs = 50;

const names = ["Marisol Whitcombe", "Leo Marchetti", "Ingrid Paulsen", "Dana Quill"];
const remarks = ["Is there parking?", "Love the new lobby.", "What are the hours on Friday?", "So pretty!"];

function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: (Node | string)[]
): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

const button = (label: string): Element =>
  make("li", {}, make("div", { role: "button", tabindex: "0" }, label));

function makeRow(number: number): Element {
  const name = names[number % names.length] ?? "";
  return make(
    "li",
    {},
    make(
      "div",
      { role: "article", tabindex: "-1", "aria-label": `Comment by ${name} ${number} seconds ago` },
      make("a", { href: `/profile-${number}` }, make("span", { dir: "auto" }, name)),
      make("div", { dir: "auto" }, remarks[number % remarks.length] ?? ""),
      make("ul", {}, button("Like"), button("Reply")),
    ),
  );
}

function makePost(number: number): Element {
  const box = make("div", {
    id: `box-${number}`,
    class: "notranslate",
    role: "textbox",
    contenteditable: "true",
    spellcheck: "true",
    tabindex: "0",
    "aria-label": "Write a comment…",
  });
  return make(
    "div",
    { role: "article", "aria-posinset": String(number + 1), "aria-labelledby": `author-${number}` },
    make("h2", { id: `author-${number}` }, make("a", { href: "/harboraesthetics" }, "Harbor Aesthetics")),
    make(
      "div",
      { "data-ad-preview": "message" },
      make("div", { dir: "auto" }, "Our fall hours start on Monday."),
    ),
    make("ul", { class: "comments" }),
    make("form", { role: "presentation" }, make("div", {}, box)),
  );
}

const feed = find("#feed");
feed.append(...Array.from({ length: posts }, (_, number) => makePost(number)));
const lists = [...feed.querySelectorAll(".comments")];
const countNodes = (node: Node): number =>
  1 + [...node.childNodes].reduce((sum, child) => sum + countNodes(child), 0);
const rowSize = countNodes(makeRow(0));

let made = 0;
for (const list of lists) {
  for (let i = 0; i < rowsKept; i += 1) list.append(makeRow((made += 1)));
}
for (let number = 0; number < posts; number += 1) {
  mountLexical(find(`#box-${number}`), { text: "rich", sendsOn: isBareEnter });
}

let timer: ReturnType<typeof setTimeout> | undefined;
let started = 0;
let turnEnded = 0;
let nodes = 0;
let stalls: number[] = [];

function turn(): void {
  const late = performance.now() - turnEnded - turnMs;
  if (late > stallMs) stalls.push(late);
  for (let i = 0; i < rowsEachTurn; i += 1) {
    const list = lists[made % lists.length];
    list?.append(makeRow((made += 1)));
    list?.firstElementChild?.remove();
    nodes += 2 * rowSize;
  }
  turnEnded = performance.now();
  timer = setTimeout(turn, turnMs);
}

window.feed = {
  start() {
    nodes = 0;
    stalls = [];
    started = performance.now();
    turnEnded = started;
    timer = setTimeout(turn, turnMs);
  },
  stop() {
    clearTimeout(timer);
    const milliseconds = performance.now() - started;
    return { nodes, milliseconds, stalls: stalls.length, longestStall: Math.max(0, ...stalls) };
  },
};
ready();
