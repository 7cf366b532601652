/** `guard officer open`: sealed drafts on standard output, and nowhere else. */
import { once } from "node:events";
import { evidenceLineLimit } from "../../../src/contract/evidence.ts";
import type { EvidenceProblem } from "../../../src/contract/evidence.ts";
import type { OfficerKey } from "../../../src/record/evidence-key.ts";
import { readEvidenceLine } from "../../../src/record/evidence-file.ts";
import type { Evidence } from "../../../src/record/evidence-file.ts";
import { evidenceWords } from "../../../src/record/evidence-words.ts";
import { uidOf } from "../../../src/record/export/fields.ts";
import { outlineOf } from "../../../src/record/read-line.ts";
import { linesOf } from "../log/read-file.ts";
import { Problem } from "../problem.ts";
import { openKeyFile } from "./key-file.ts";
import type { KeyOptions } from "./key-file.ts";
import { readSealedEntries } from "./sealed-entries.ts";
import type { SealedEntry } from "./sealed-entries.ts";

export interface OpenOptions extends KeyOptions {
  readonly file: string;
  /** Exports of the record that the drafts are of; undefined: nobody says whose they are. */
  readonly logs: readonly string[] | undefined;
  readonly acceptedClocks: ReadonlySet<number>;
  /** Only these entries; empty: all. */
  readonly seqs: ReadonlySet<number>;
}

type Fault = EvidenceProblem | "not-a-line" | "no-entry" | "twice";

const words: Readonly<Record<Exclude<Fault, EvidenceProblem>, { what: string; remedy: string }>> = {
  "not-a-line": {
    what: "This is not a line of an evidence file.",
    remedy: "Export the evidence again, and copy the file as a whole.",
  },
  "no-entry": {
    what: "No entry of the record has this draft.",
    remedy: "Name with --log each export that the drafts are of.",
  },
  twice: {
    what: "This entry's draft stands in the file already.",
    remedy: "Export the evidence again, and give each file on its own.",
  },
};

/** Each fault: where it was first, and how often. */
type Faults = Map<Fault, { readonly line: number; count: number }>;

/** 0 only where every draft that was asked for has been opened. */
export async function openEvidenceFile(options: OpenOptions): Promise<number> {
  const entries = options.logs && (await readSealedEntries(options.logs, options.acceptedClocks));
  const key = await openKeyFile(options);
  const faults: Faults = new Map();
  const opened = new Set<string>();
  let line = 0;
  try {
    for await (const text of linesOf(options.file, evidenceLineLimit)) {
      line++;
      if (text === "") continue;
      const evidence = readEvidenceLine(text);
      if (evidence && !isWanted(evidence, options)) continue;
      const fault = await openLine(evidence, text, { key, entries, opened, file: options.file });
      if (fault === undefined) continue;
      const known = faults.get(fault);
      if (known) known.count++;
      else faults.set(fault, { line, count: 1 });
    }
  } finally {
    key.forget();
  }
  return tell(options, { faults, opened, entries });
}

const isWanted = ({ seq }: Evidence, { seqs }: OpenOptions): boolean => seqs.size === 0 || seqs.has(seq);

interface Opening {
  readonly key: OfficerKey;
  readonly entries: ReadonlyMap<string, SealedEntry> | undefined;
  readonly opened: Set<string>;
  readonly file: string;
}

async function openLine(
  evidence: Evidence | undefined,
  text: string,
  { key, entries, opened, file }: Opening,
): Promise<Fault | undefined> {
  if (!evidence) {
    if (outlineOf(text)) {
      throw new Problem(
        `${file}: this is an export of the record, which has no drafts`,
        "Name the evidence file that lies beside it with --in, and this one with --log.",
      );
    }
    return "not-a-line";
  }
  const entry = entries?.get(uidOf(evidence));
  if (entries && entry?.id !== evidence.id) return "no-entry";
  if (opened.has(uidOf(evidence))) return "twice";
  const result = await key.open(evidence.sealed, evidence, entry?.evidence);
  if ("problem" in result) return result.problem;
  opened.add(uidOf(evidence));
  const { seat, seq } = evidence;
  const said = {
    seat,
    seq,
    ...(entry ? { at: new Date(entry.at).toISOString(), outcome: entry.outcome } : { verified: false }),
    draft: result.draft,
  };
  if (!process.stdout.write(`${forTerminal(JSON.stringify(said))}\n`)) await once(process.stdout, "drain");
  return undefined;
}

/**
 * Whoever wrote what a draft answers may have put controls of a terminal into it, or letters that turn the line around. JSON
 * says the same with their numbers.
 */
const forTerminal = (json: string): string =>
  json.replaceAll(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function tell(
  options: OpenOptions,
  { faults, opened, entries }: { faults: Faults; opened: ReadonlySet<string>; entries: Opening["entries"] },
): number {
  const say = (text: string): void => console.error(`guard: ${text}`);
  say(`${count(opened.size, "draft")} opened`);
  if (!entries)
    say(
      "NOT VERIFIED: anybody who has the public key can seal a draft to it; whether a seat did, only its record tells (--log)",
    );
  for (const [fault, { line, count: times }] of faults) {
    const { what, remedy } =
      fault in words ? words[fault as keyof typeof words] : evidenceWords[fault as EvidenceProblem];
    say(`${options.file}:${line}: ${what}${times > 1 ? ` (${times} lines)` : ""}\n${remedy}`);
  }
  const missing = [...(entries ?? [])].filter(
    ([name, { seq }]) => !opened.has(name) && (options.seqs.size === 0 || options.seqs.has(seq)),
  );
  const unasked = [...options.seqs].filter((seq) => ![...opened].some((name) => name.endsWith(`:${seq}`)));
  if (missing.length > 0 && faults.size === 0)
    say(
      `${count(missing.length, "draft")} of the record ${missing.length === 1 ? "is" : "are"} not in ${options.file}; the first is of entry ${missing[0]?.[1].seq}\nExport the evidence again.`,
    );
  else if (unasked.length > 0 && faults.size === 0)
    say(
      `${options.file}: there is no draft of entry ${unasked[0]}\nCheck the number: it is the entry's seq.`,
    );
  return faults.size === 0 && missing.length === 0 && unasked.length === 0 ? 0 : 1;
}

const count = (number: number, what: string): string =>
  `${number.toLocaleString("en-US")} ${what}${number === 1 ? "" : "s"}`;
