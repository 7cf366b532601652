/** The patient list: what it finds, what it takes for somebody, how fast it is, and beside what else one could do. */
import { comparePlain } from "./compare.ts";
import { measureFalseAlarms } from "./false-alarms.ts";
import { measureImport } from "./import-file.ts";
import { measureInChromium } from "./in-chromium.ts";
import { indexOf, seeds } from "./lists.ts";
import { weighNames } from "./names.ts";
import { inventCrowd } from "./people.ts";
import { readProse } from "./prose.ts";
import { readNameRows } from "./read-names.ts";
import { measureRecall } from "./recall.ts";

const sizes = [1000, 100_000, 1_000_000] as const;
const strangers = 100_000;

/** `data`: folder of the two lists of names. `share` does that part of the work. */
export async function measurePatients(data: string | undefined, share: number): Promise<string> {
  if (data === undefined) {
    return "Nothing was measured: the people are invented from two public lists of names. `--data=FOLDER` says where given_names.tsv and family_names.tsv are; docs/benchmarks.md says what they hold.";
  }
  const rows = await readNameRows(data);
  const frequencies = weighNames(rows.given, rows.family);
  const prose = await readProse();
  const drafts = prose
    .map(({ text }) => text.slice(0, 500))
    .filter(({ length }) => length === 500)
    .slice(0, 300);
  const inWorker = await measureInChromium(rows, sizes, drafts, share);
  return [
    inWorker,
    "### A file through the options page",
    await measureImport(frequencies, sizes.slice(1)),
    "### Found",
    measureRecall(frequencies, sizes, Math.ceil(1500 * share)),
    "### False alarms",
    await measureFalseAlarms(
      seeds.unrelated.map((seed) => indexOf(inventCrowd(frequencies, strangers, seed))),
      prose,
    ),
    "### Beside fuse.js and a plain set",
    comparePlain(frequencies, prose, share),
  ].join("\n\n");
}
