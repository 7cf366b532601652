/** The guard and two published detectors behind one face, so that one run measures all of them the same way. */
import { cp, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { check } from "../../src/engine/index.ts";
import type { Draft, Knowledge } from "../../src/engine/index.ts";
import { toContext } from "../../src/engine/context.ts";
import { identifiers } from "../../src/engine/identifiers/index.ts";
import { isScored } from "../../src/engine/model/reasons.ts";
import { recognizeNames } from "../../src/engine/patients/names.ts";
import { recognizePatients } from "../../src/engine/patients/recognize.ts";
import { runStep } from "../run-step.mjs";

/** What HIPAA's list calls for in the sample; `other` is a finding that claims none of these. */
export const kinds = [
  "name",
  "place",
  "date",
  "phone",
  "e-mail",
  "social security",
  "account",
  "license",
  "url",
  "ip",
] as const;
export type Kind = (typeof kinds)[number];

/** `kinds` holds every kind that the tool's own word for its finding may mean; offsets are UTF-16 units. */
export interface Found {
  readonly kinds: readonly Kind[];
  readonly start: number;
  readonly end: number;
}

/** `run` is what is timed; `read` makes spans of what it gave back. */
export interface Tool {
  readonly name: string;
  readonly run: (draft: Draft) => unknown;
  readonly read: (draft: Draft, result: unknown) => readonly Found[];
}

const source = join(import.meta.dirname, "peers");
const folder = join(import.meta.dirname, "../../.cache/bench-peers");

/** Installs what `peers/package-lock.json` pins, without its scripts: about 66 MB that nobody needs but this run. */
export async function loadPeers(): Promise<readonly Tool[]> {
  await mkdir(folder, { recursive: true });
  await cp(source, folder, { recursive: true });
  const silent = ["--ignore-scripts", "--no-audit", "--no-fund"];
  const installed = await runStep("npm", ["ci", "--prefix", folder, ...silent]);
  if (installed.status !== 0) throw new Error("npm could not install the peers; is there a network?");
  const load = createRequire(join(folder, "package.json"));
  return [redactPii(load("redact-pii")), openRedaction(load("openredaction"))];
}

/** The words that stand for what was found. Longer ones first: one is part of another. */
const words: readonly (readonly [string, Kind | undefined])[] = [
  ["US_SOCIAL_SECURITY_NUMBER", "social security"],
  ["CREDIT_CARD_NUMBER", "account"],
  ["STREET_ADDRESS", "place"],
  ["EMAIL_ADDRESS", "e-mail"],
  ["PHONE_NUMBER", "phone"],
  ["PERSON_NAME", "name"],
  ["IP_ADDRESS", "ip"],
  ["CREDENTIALS", undefined],
  ["USERNAME", undefined],
  ["PASSWORD", undefined],
  ["ZIPCODE", "place"],
  ["DIGITS", undefined],
  ["URL", "url"],
];
const anyWord = new RegExp(`(${words.map(([word]) => word).join("|")})`);

interface RedactPii {
  readonly SyncRedactor: new () => { redact(text: string): string };
}

function redactPii({ SyncRedactor }: RedactPii): Tool {
  const redactor = new SyncRedactor();
  return {
    name: "redact-pii 3.4.0",
    run: ({ text }) => redactor.redact(text),
    read: ({ text }, result) => placesOf(text, String(result)),
  };
}

/** The redacted text keeps everything between two findings, so each piece is looked up after the one before it. */
function placesOf(text: string, redacted: string): readonly Found[] {
  const found: Found[] = [];
  const pieces = redacted.split(anyWord);
  let at = pieces[0]?.length ?? 0;
  for (let i = 1; i < pieces.length; i += 2) {
    const kind = words.find(([word]) => word === pieces[i])?.[1];
    const next = pieces[i + 1] ?? "";
    const isLast = i + 2 >= pieces.length;
    const end = isLast ? text.length - next.length : Math.max(at, text.indexOf(next, at + 1));
    found.push({ kinds: kind ? [kind] : [], start: at, end });
    at = end + next.length;
  }
  return found;
}

interface OpenRedaction {
  readonly OpenRedaction: new () => {
    detect(text: string): Promise<{ detections: { type: string; position: [number, number] }[] }>;
  };
}

const openKinds: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:NAME|EMERGENCY_CONTACT)$/, "name"],
  [/ADDRESS_|ZIP|POSTCODE|POSTAL/, "place"],
  [/DATE/, "date"],
  [/PHONE|FAX/, "phone"],
  [/EMAIL/, "e-mail"],
  [/^(?:SSN|ITIN|NATIONAL_INSURANCE)/, "social security"],
  [/CREDIT_CARD|IBAN|ACCOUNT|ROUTING|BANK/, "account"],
  [/LICEN[CS]E|DRIVER|DEA_NUMBER/, "license"],
  [/URL|DOMAIN/, "url"],
  [/^IPV|MAC_ADDRESS/, "ip"],
];

type Detections = Awaited<ReturnType<InstanceType<OpenRedaction["OpenRedaction"]>["detect"]>>;

function openRedaction({ OpenRedaction }: OpenRedaction): Tool {
  const redactor = new OpenRedaction();
  return {
    name: "openredaction 1.1.5",
    run: async ({ text }) => redactor.detect(text),
    read: (_, result) =>
      (result as Detections).detections.map(({ type, position: [start, end] }) => ({
        kinds: openKinds.filter(([pattern]) => pattern.test(type)).map(([, kind]) => kind),
        start,
        end,
      })),
  };
}

const ourKinds: Readonly<Record<string, readonly Kind[]>> = {
  "full-name": ["name"],
  surname: ["name"],
  "name-not-shown": ["name"],
  initials: ["name"],
  "patient-list": ["name"],
  "street-address": ["place"],
  "postal-address": ["place"],
  "home-town": ["place"],
  "visit-date": ["date"],
  "birth-date": ["date"],
  "age-over-89": ["date"],
  "full-date": ["date"],
  phone: ["phone"],
  "contact-address": ["e-mail"],
  link: ["url"],
  "social-security": ["social security"],
  "card-number": ["account"],
  "bank-number": ["account"],
  "record-number": ["account", "license"],
  "license-number": ["license"],
  "network-address": ["ip"],
};

/** The whole guard is run and timed; what it finds of a person's care, bill or visit is no identifier and not counted. */
export const replyGuard = (name: string, knowledge: Knowledge): Tool => ({
  name,
  run: (draft) => check(draft, knowledge),
  read: (_, result) =>
    (result as ReturnType<typeof check>).findings
      .filter(({ category }) => category === "identifier" || category === "patient-match")
      .filter((finding) => !isScored(finding))
      .map(({ rule, start, end }) => ({ kinds: ourKinds[rule] ?? [], start, end })),
});

/** What the peers do, and no more: identifiers and names, without language, verdict and replies. */
export const identifiersAlone = (knowledge: Knowledge): Tool => ({
  name: "ReplyGuard, identifiers alone",
  run(draft) {
    const context = toContext(draft, knowledge.practice);
    return [
      ...identifiers.map((rule) => rule.find(context)),
      recognizeNames(context, knowledge),
      recognizePatients(context, knowledge),
    ];
  },
  read: () => [],
});
