/** The guard's list and two plain ways to look names up, behind one face: one run measures all of them the same way. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import Fuse from "fuse.js";
import { toContext } from "../../../src/engine/context.ts";
import { check } from "../../../src/engine/index.ts";
import type { Knowledge } from "../../../src/engine/index.ts";
import { recognizePatients } from "../../../src/engine/patients/recognize.ts";
import { indexOf, knowledgeOf, plainPractice } from "./lists.ts";
import { plain } from "./names.ts";
import { everyone } from "./people.ts";
import type { Crowd } from "./people.ts";
import { toDraft } from "./recall.ts";
import type { Written } from "./writings.ts";

export interface Matcher {
  readonly name: string;
  /** Whoever gets hold of it can read who is on the list. */
  readonly readable: boolean;
  readonly buildMs: number;
  /** Bytes that it holds once it is built. */
  readonly bytes: number;
  /** Names somebody within these places of the text. */
  readonly touches: (written: Written) => boolean;
  /** What is done to a whole draft. */
  readonly run: (text: string) => unknown;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function windowsOf(text: string): Word[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{M}'’-]+/gu), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  return words.slice(1).flatMap((second, at) => {
    const first = words[at];
    return first ? [{ text: `${first.text} ${second.text}`, start: first.start, end: second.end }] : [];
  });
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  if (typeof gc === "function") gc();
}

function built<T>(make: () => T): { made: T; buildMs: number; bytes: number } {
  const used = (): number => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const started = performance.now();
  const made = make();
  const buildMs = performance.now() - started;
  return { made, buildMs, bytes: used() - before };
}

/** Every name a program would put into a plain list: full names, also with the former family name. */
function* namesOf(crowd: Crowd): Generator<string> {
  for (const { first, family, formerFamilies } of everyone(crowd)) {
    for (const last of [family, ...formerFamilies]) yield `${first} ${last}`;
  }
}

const byWindow = (found: (window: string) => boolean): Pick<Matcher, "touches" | "run"> => ({
  touches: ({ text, start, end }) =>
    windowsOf(text).some((window) => window.start < end && window.end > start && found(window.text)),
  run: (text) => windowsOf(text).filter((window) => found(window.text)),
});

function plainSet(crowd: Crowd): Matcher {
  const key = (name: string): string => plain(name).toLowerCase();
  const { made, ...about } = built(() => new Set(Array.from(namesOf(crowd), key)));
  return {
    name: "plain set of names",
    readable: true,
    ...about,
    ...byWindow((window) => made.has(key(window))),
  };
}

/** Set for names: a fifth of the letters may differ, accents do not count, and a short name is as good as a long one. */
function fuse(crowd: Crowd): Matcher {
  const threshold = 0.2;
  const { made, ...about } = built(
    () =>
      new Fuse([...namesOf(crowd)], {
        includeScore: true,
        threshold,
        ignoreDiacritics: true,
        ignoreFieldNorm: true,
        minMatchCharLength: 3,
      }),
  );
  const found = (window: string): boolean => (made.search(window, { limit: 1 })[0]?.score ?? 1) <= threshold;
  return { name: "fuse.js 7.5.0", readable: true, ...about, ...byWindow(found) };
}

function guard(crowd: Crowd): { list: Matcher; whole: Matcher } {
  const { made, ...about } = built(() => indexOf(crowd));
  const knowledge: Knowledge = knowledgeOf(made);
  const touches = (written: Written): boolean =>
    check(toDraft(written), knowledge).findings.some(
      ({ category, start, end }) =>
        category === "patient-match" && start < written.end && end > written.start,
    );
  const toPost = (text: string) => toDraft({ text, surface: "post", start: 0, end: 0 });
  const shared = { readable: false, ...about, touches };
  return {
    list: {
      ...shared,
      name: "ReplyGuard's list",
      run: (text) => recognizePatients(toContext(toPost(text), plainPractice), knowledge),
    },
    whole: { ...shared, name: "ReplyGuard, the whole check", run: (text) => check(toPost(text), knowledge) },
  };
}

export function makeMatchers(crowd: Crowd): readonly Matcher[] {
  const { list, whole } = guard(crowd);
  return [list, whole, plainSet(crowd), fuse(crowd)];
}
