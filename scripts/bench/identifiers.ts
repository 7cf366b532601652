/** The identifiers against the published test vectors of another project's recognizers. */
import { defaultPolicy } from "../../src/contract/policy.ts";
import { emptyPractice } from "../../src/contract/practice.ts";
import { z } from "../../src/contract/zod.ts";
import { check, emptyIndex, prepare } from "../../src/engine/index.ts";
import type { Draft } from "../../src/engine/index.ts";
import { toContext } from "../../src/engine/context.ts";
import { identifiers } from "../../src/engine/identifiers/index.ts";
import { hitsOf } from "../../src/engine/recognize.ts";
import { percent, table } from "./figures.ts";
import { readLines, unitsTo } from "./published.ts";

/** Which of our rules speak of the same kind as each recognizer. The first table is of these; the rest are abroad. */
const counted: Readonly<Record<string, readonly string[]>> = {
  AbaRouting: ["bank-number", "record-number"],
  UsBank: ["bank-number", "record-number"],
  UsItin: ["social-security"],
  UsLicense: ["license-number", "record-number"],
  UsMbi: ["health-plan-number"],
  UsNpi: ["license-number"],
  UsPassport: ["license-number", "record-number"],
  UsSsn: ["social-security"],
  MedicalLicense: ["license-number"],
  Email: ["contact-address"],
  Url: ["link", "contact-address"],
  Ip: ["network-address"],
  MacAddress: ["hardware-address"],
  Phone: ["phone"],
  Date: ["full-date", "visit-date", "birth-date"],
  CreditCard: ["card-number"],
};

const vector = z.object({
  recognizer: z.string(),
  text: z.string(),
  expected: z.array(z.object({ start: z.number(), end: z.number() })),
});
export type Vector = z.infer<typeof vector>;

export const readVectors = (folder: string): Promise<Vector[]> =>
  readLines(folder, "presidio_vectors.jsonl", vector);

export interface Judged {
  readonly vector: Vector;
  /** Every expected span is touched by an identifier rule. */
  readonly found: boolean;
  /** An identifier rule of the recognizer's own kind matches. */
  readonly ofKind: boolean;
  /** Any identifier rule matches. */
  readonly flagged: boolean;
  /** The whole check, with the scorer, says identifier under the default policy. */
  readonly said: boolean;
}

const knowledge = prepare(defaultPolicy, emptyPractice, emptyIndex);

export function judge(vector: Vector): Judged {
  const draft: Draft = { text: vector.text, site: "yelp", surface: "review-reply", thread: null };
  const context = toContext(draft, emptyPractice);
  const wanted = counted[nameOf(vector)] ?? [];
  const hits = identifiers.flatMap((rule) => hitsOf(rule, context));
  const units = (points: number): number => unitsTo(vector.text, points);
  return {
    vector,
    found:
      vector.expected.length > 0 &&
      vector.expected.every(({ start, end }) =>
        hits.some((hit) => hit.start < units(end) && units(start) < hit.end),
      ),
    ofKind: hits.some(({ rule }) => wanted.includes(rule)),
    flagged: hits.length > 0,
    said: check(draft, knowledge).findings.some(({ category }) => category === "identifier"),
  };
}

const nameOf = ({ recognizer }: Vector): string => recognizer.replace(/Recognizer$/, "");
export const isCounted = (vector: Vector): boolean => nameOf(vector) in counted;

function rowOf(name: string, judged: readonly Judged[]): string[] {
  const positives = judged.filter(({ vector }) => vector.expected.length > 0);
  const negatives = judged.filter(({ vector }) => vector.expected.length === 0);
  const share = (some: readonly Judged[], is: (one: Judged) => boolean): string =>
    percent(some.filter(is).length, some.length);
  return [
    name,
    String(positives.length),
    share(positives, ({ found }) => found),
    String(negatives.length),
    share(negatives, ({ ofKind }) => ofKind),
    share(negatives, ({ flagged }) => flagged),
    share(negatives, ({ said }) => said),
  ];
}

/** `folder` holds `presidio_vectors.jsonl`. */
export async function measureIdentifiers(folder: string | undefined): Promise<string> {
  if (folder === undefined) return "_Left out: the test vectors are not in this repository (see above)._";
  const judged = (await readVectors(folder)).map(judge);
  const home = judged.filter(({ vector }) => isCounted(vector));
  const rows = Object.keys(counted).map((name) =>
    rowOf(
      name,
      home.filter(({ vector }) => nameOf(vector) === name),
    ),
  );
  const head = [
    "Recognizer",
    "Positives",
    "found",
    "Negatives",
    "flagged as this kind",
    "by any rule",
    "by the whole guard",
  ];
  return table(head, [...rows, rowOf("**all**", home)]);
}
