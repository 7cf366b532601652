/** Two published detectors beside the guard, in one run: on labelled identifiers, and on the labelled drafts of the corpus. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { defaultPolicy } from "../../src/contract/policy.ts";
import { emptyPractice } from "../../src/contract/practice.ts";
import { emptyIndex, prepare } from "../../src/engine/index.ts";
import type { Draft } from "../../src/engine/index.ts";
import { measureCorpus } from "./peers-corpus.ts";
import { readSample, runTool, sampleTable, timesTable } from "./peers-sample.ts";
import type { Measured } from "./peers-sample.ts";
import { identifiersAlone, loadPeers, replyGuard } from "./peers-tools.ts";
import type { Tool } from "./peers-tools.ts";

async function measureSample(folder: string, peers: readonly Tool[]): Promise<string> {
  const rows = await readSample(folder);
  const drafts = rows.map(({ text }): Draft => ({
    text,
    site: "yelp",
    surface: "review-reply",
    thread: null,
  }));
  const knowledge = prepare(defaultPolicy, emptyPractice, emptyIndex);
  const strict = prepare({ ...defaultPolicy, strictness: "strict" }, emptyPractice, emptyIndex);
  const compared: Measured[] = [];
  for (const tool of [replyGuard("ReplyGuard", knowledge), ...peers])
    compared.push(await runTool(tool, drafts));
  const more: Measured[] = [];
  for (const tool of [identifiersAlone(knowledge), replyGuard("ReplyGuard, strict", strict)])
    more.push(await runTool(tool, drafts));
  return [
    `${rows.length} sentences of the sample.`,
    sampleTable(rows, compared),
    "Where names of people are concerned, under the strict policy:",
    sampleTable(rows, more.slice(1), ["name"]),
    timesTable([...compared, ...more]),
  ].join("\n\n");
}

/** `folder` holds `presidio_research_sample.jsonl`; without it only the corpus is run. */
export async function measurePeers(folder: string | undefined): Promise<string> {
  const peers = await loadPeers();
  const corpus = join(import.meta.dirname, "../../test/corpus");
  const sets = (await readdir(corpus)).filter((name) => name === "dev" || name.startsWith("train-"));
  const sample =
    folder === undefined
      ? "_Left out: the sample is not in this repository (see above)._"
      : await measureSample(folder, peers);
  return [
    "### Identifiers",
    sample,
    "### Drafts of the corpus",
    await measureCorpus(
      sets.toSorted().map((name) => join(corpus, name)),
      peers,
    ),
  ].join("\n\n");
}
