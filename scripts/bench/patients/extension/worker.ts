/** The extension's worker with the engine and nothing else: it opens a sealed list as the real one does, and times it. */
import browser from "webextension-polyfill";
import { toContext } from "../../../../src/engine/context.ts";
import { check, openIndex } from "../../../../src/engine/index.ts";
import type { Knowledge } from "../../../../src/engine/index.ts";
import { fold } from "../../../../src/engine/normalize.ts";
import { recognizePatients } from "../../../../src/engine/patients/recognize.ts";
import { fromBase64 } from "../../../../src/patient-list/bytes.ts";
import { openSealed } from "../../../../src/patient-list/open-sealed.ts";
import { knowledgeOf, plainPractice } from "../lists.ts";
import { toDraft } from "../recall.ts";
import { readList } from "./store.ts";
import type { Cold, Order, Times } from "./talk.ts";

const each = 4;
const began = performance.now();
let knowledge: Knowledge | undefined;

const toPost = (text: string) => toDraft({ text, surface: "post", start: 0, end: 0 });

async function start(id: string, text: string): Promise<Cold> {
  let at = performance.now();
  const lap = (): number => {
    const before = at;
    at = performance.now();
    return at - before;
  };
  const script = at - began;
  const { key } = await browser.storage.session.get("key");
  const file = await readList(id);
  const read = lap();
  const raw = typeof key === "string" ? fromBase64(key) : undefined;
  if (!file || !raw) throw new Error("there is no list, or no key");
  const opened = await openSealed(file, raw, Date.now());
  if ("problem" in opened) throw new Error(opened.problem);
  knowledge = knowledgeOf(openIndex(opened.index));
  const open = lap();
  recognizePatients(toContext(toPost(text), plainPractice), knowledge);
  const first = lap();
  check(toPost(text), knowledge);
  return { script, read, open, first, check: lap() };
}

function time({ texts, rounds }: Extract<Order, { ask: "times" }>): Times {
  const known = knowledge;
  if (!known) throw new Error("no list has been opened");
  const work = {
    find: (text: string) => {
      const folded = fold(text);
      return () => known.patients.find(folded);
    },
    list: (text: string) => {
      const context = toContext(toPost(text), plainPractice);
      return () => recognizePatients(context, known);
    },
    whole: (text: string) => () => check(toPost(text), known),
  };
  const timesOf = (prepare: (text: string) => () => unknown): number[] => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const text of texts) {
        const runs = Array.from({ length: each }, (_, left) =>
          prepare(text.slice(0, text.length - left)),
        ).toReversed();
        const started = performance.now();
        for (const run of runs) run();
        // The first round is for the compiler.
        if (round > 0) times.push((performance.now() - started) / each);
      }
    }
    return times;
  };
  return { find: timesOf(work.find), list: timesOf(work.list), whole: timesOf(work.whole) };
}

async function answer(order: Order): Promise<unknown> {
  switch (order.ask) {
    case "cold":
      return start(order.id, order.text);
    case "times":
      return time(order);
    case "nothing":
      return {};
  }
}

browser.runtime.onMessage.addListener((order: unknown) =>
  answer(order as Order).catch((error: unknown) => ({ fault: String(error) })),
);
