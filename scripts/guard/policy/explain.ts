/** `guard policy explain`: the policy in force, in words for somebody who runs a practice and no computers. */
import { Problem } from "../problem.ts";
import { isList, isObject } from "../../../src/policy-file/json.ts";
import type { Json } from "../../../src/policy-file/json.ts";
import { faultLine, seePolicy } from "./read-policy.ts";
import { entryWords, leaves, statesOf, yesNo } from "./setting-words.ts";
import type { SettingState } from "./setting-words.ts";

const width = 96;

const originWords = { policy: "set by this policy", default: "not in this policy: the default" } as const;
const seatWords = {
  fixed: "nobody at a browser can change it",
  free: "each browser may choose",
  tighten: "a browser may only make it stricter",
  add: "a browser may add to it, and take nothing away",
} as const;

/** 1 where the file has faults: what is explained is then what is in force in place of each. */
export async function explainPolicy(file: string, json: boolean): Promise<number> {
  const { value, faults } = await seePolicy(file);
  if (value === undefined)
    throw new Problem(faults.map((one) => faultLine(file, one)).join("\n"), "Mend the file first.");
  const states = statesOf(value);
  if (json) console.log(JSON.stringify({ file, settings: states }, null, 2));
  else console.log(explanation(states));
  if (faults.length === 0) return 0;
  console.error(
    `guard: ${file} has faults, and this is what is in force in spite of them; guard policy lint names each`,
  );
  return 1;
}

/** Total: any states. */
export const explanation = (states: readonly SettingState[]): string => states.map(paragraph).join("\n\n");

function paragraph(state: SettingState): string {
  const { path, title, value, meaning, origin, seat } = state;
  const head = `${title} (${path}): ${inShort(value)}`;
  const inside = isList(value)
    ? value.map((entry) => `    - ${entryWords(entry)}`)
    : isObject(value)
      ? leaves(value).map(([name, one]) => `    ${name}: ${one}`)
      : [];
  return [
    head,
    ...wrapped(meaning),
    ...inside,
    ...wrapped(`${sentence(originWords[origin])}; ${seatWords[seat]}.`),
  ].join("\n");
}

function inShort(value: Json): string {
  if (isList(value)) return value.length === 0 ? "none" : counted(value.length);
  if (isObject(value)) return "set";
  return value === null ? "none" : typeof value === "boolean" ? yesNo(value) : String(value);
}

const counted = (count: number): string => `${count} ${count === 1 ? "entry" : "entries"}`;
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function wrapped(words: string): string[] {
  const lines: string[] = [];
  let line = "  ";
  for (const word of words.split(" ")) {
    if (line.length + word.length > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = "  ";
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
