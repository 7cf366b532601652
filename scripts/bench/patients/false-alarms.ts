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

export async function measureFalseAlarms(
  strangers: PatientIndex,
  prose: readonly Paragraph[],
): Promise<string> {
  const rows: string[][] = [];
  let [drafts, matches, authors] = [0, 0, 0];
  const count = (name: string, alarms: readonly Alarm[]): void => {
    const match = alarms.filter((alarm) => alarm === "match").length;
    const author = alarms.filter((alarm) => alarm === "author").length;
    drafts += alarms.length;
    matches += match;
    authors += author;
    rows.push([
      name,
      String(alarms.length),
      String(match),
      String(author),
      percent(match + author, alarms.length),
    ]);
  };
  for await (const { set, drafts: own, withList, without } of mustPass(strangers)) {
    count(
      `\`${set}\``,
      own.map((draft) => alarmOf(draft, withList, without)),
    );
  }
  rows.push([
    "**all drafts**",
    String(drafts),
    String(matches),
    String(authors),
    percent(matches + authors, drafts),
  ]);
  [drafts, matches, authors] = [0, 0, 0];
  const [withList, without] = [knowledgeOf(strangers), knowledgeOf(emptyIndex)];
  for (const source of new Set(prose.map((paragraph) => paragraph.source))) {
    const own = prose.filter((paragraph) => paragraph.source === source);
    count(
      source,
      own.map(({ text }) => alarmOf(proseDraft(text), withList, without)),
    );
  }
  rows.push([
    "**all prose**",
    String(drafts),
    String(matches),
    String(authors),
    percent(matches + authors, drafts),
  ]);
  return table(
    ["Drafts", "Number", "a match of the list", "an author of the list", "stopped or warned"],
    rows,
  );
}
