/** Drafts and prose that have nothing to do with a list of strangers: how often it speaks up all the same. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { practice as practiceSchema } from "../../../src/contract/practice.ts";
import { check, emptyIndex } from "../../../src/engine/index.ts";
import type { Draft, Knowledge } from "../../../src/engine/index.ts";
import type { PatientIndex } from "../../../src/engine/patients/index.ts";
import { parseLine } from "../../guard/check-lines.ts";
import { percent, table } from "../figures.ts";
import { knowledgeOf } from "./lists.ts";
import type { Paragraph } from "./prose.ts";

const corpus = join(import.meta.dirname, "../../../test/corpus");

/** `match`: a finding of the list. `author`: who is answered has a name of the list, and the verdict is stricter for it. */
export type Alarm = "match" | "author" | undefined;

/** The list alone turns a draft that may go into one that may not. */
export function alarmOf(draft: Draft, withList: Knowledge, without: Knowledge): Alarm {
  const { verdict, findings } = check(draft, withList);
  if (verdict === "allow" || check(draft, without).verdict !== "allow") return undefined;
  return findings.some(({ category }) => category === "patient-match") ? "match" : "author";
}

export interface MustPass {
  readonly set: string;
  readonly drafts: readonly Draft[];
  readonly withList: Knowledge;
  readonly without: Knowledge;
}

/** What must pass of every labelled set, under the practice of that set and the list of strangers. */
export async function* mustPass(strangers: PatientIndex): AsyncGenerator<MustPass> {
  const sets = (await readdir(corpus, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name: set } of sets.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const practice = practiceSchema.parse(
      JSON.parse(await readFile(join(corpus, set, "practice.json"), "utf8")),
    );
    const drafts: Draft[] = [];
    for (const row of (await readFile(join(corpus, set, "drafts.jsonl"), "utf8")).split("\n")) {
      if (row.trim() === "") continue;
      const { expect }: { expect?: string } = JSON.parse(row);
      const parsed = parseLine(row);
      if ("fault" in parsed) throw new Error(`${set}: ${parsed.fault}`);
      const { draft: text, site, surface, thread = null, attachments } = parsed.line;
      if (expect === "pass") drafts.push({ text, site, surface, thread, attachments: attachments ?? [] });
    }
    yield {
      set,
      drafts,
      withList: knowledgeOf(strangers, practice),
      without: knowledgeOf(emptyIndex, practice),
    };
  }
}

export const proseDraft = (text: string): Draft => ({
  text,
  site: "facebook",
  surface: "post",
  thread: null,
  attachments: [],
});

interface Tally {
  drafts: number;
  match: number;
  author: number;
}

const nothing = (): Tally => ({ drafts: 0, match: 0, author: 0 });
const add = (tally: Tally, alarm: Alarm): void => {
  tally.drafts += 1;
  if (alarm !== undefined) tally[alarm] += 1;
};
const rowOf = (name: string, { drafts, match, author }: Tally): string[] => [
  name,
  String(drafts),
  String(match),
  String(author),
  percent(match + author, drafts),
];

/** Each draft is judged with each of the lists. */
export async function measureFalseAlarms(
  lists: readonly PatientIndex[],
  prose: readonly Paragraph[],
): Promise<string> {
  const tallies = new Map<string, Tally>();
  const [all, allProse] = [nothing(), nothing()];
  const tallyOf = (name: string): Tally => {
    const tally = tallies.get(name) ?? nothing();
    tallies.set(name, tally);
    return tally;
  };
  for (const list of lists) {
    for await (const { set, drafts, withList, without } of mustPass(list)) {
      for (const draft of drafts) {
        const alarm = alarmOf(draft, withList, without);
        for (const tally of [tallyOf(`\`${set}\``), all]) add(tally, alarm);
      }
    }
  }
  const sets = tallies.size;
  for (const list of lists) {
    const [withList, without] = [knowledgeOf(list), knowledgeOf(emptyIndex)];
    for (const { source, text } of prose) {
      const alarm = alarmOf(proseDraft(text), withList, without);
      for (const tally of [tallyOf(source), allProse]) add(tally, alarm);
    }
  }
  const rows = [...tallies].map(([name, tally]) => rowOf(name, tally));
  rows.splice(sets, 0, rowOf("**all drafts**", all));
  rows.push(rowOf("**all prose**", allProse));
  return table(
    ["Drafts", "judged", "a match of the list", "an author of the list", "stopped or warned"],
    rows,
  );
}
