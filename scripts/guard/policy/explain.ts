/** `guard policy explain`: the policy in force, in words for somebody who runs a practice and no computers. */
import { Problem } from "../problem.ts";
import { declared, settings } from "../../../src/contract/policy.ts";
import type { SettingName } from "../../../src/contract/policy.ts";
import { quoted } from "../../../src/policy-file/fault-words.ts";
import { isList, isObject } from "../../../src/policy-file/json.ts";
import { faultLine, seePolicy } from "./read-policy.ts";
import { settingNames, statesOf, yesNo } from "./setting-words.ts";
import type { SettingState } from "./setting-words.ts";
import { counted, entryWords, leaves } from "./value-words.ts";

const width = 96;

const originWords = {
  policy: "set by this policy",
  default: "not in this policy: the default",
  inherited: "not in this policy",
} as const;
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
  const states = statesOf(value, Date.now());
  if (json) console.log(JSON.stringify({ file, settings: states }, null, 2));
  else console.log(explanation(states));
  if (faults.length === 0) return 0;
  console.error(
    `guard: ${file} has faults, and this is what is in force in spite of them; guard policy lint names each`,
  );
  return 1;
}

/** Total: any states. What is the same in each kind of box is told once, under the setting that all of them follow. */
export function explanation(states: readonly SettingState[]): string {
  const own = states.filter(({ origin }) => origin !== "inherited");
  const followed = new Set(states.filter(({ origin }) => origin === "inherited").map(settingOf));
  const silent = [...followed].filter((name) => own.every((state) => settingOf(state) !== name));
  return [
    ...own.map(paragraph),
    ...silent.map((name) =>
      [
        `${settings[name].title} (${name}): none`,
        ...wrapped(settings[name].words),
        ...wrapped("Not in this policy."),
      ].join("\n"),
    ),
  ].join("\n\n");
}

function settingOf({ path }: SettingState): SettingName {
  const [first] = path.split(".");
  return settingNames.find((name) => name === first) ?? "levels";
}

function paragraph(state: SettingState): string {
  const { path, title, value, meaning, origin, seat, isLevelSaid } = state;
  const name = settingOf(state);
  const head = `${title} (${path}): ${inShort(state)}`;
  const inside = isList(value)
    ? value.map((entry) => `    - ${entryWords(name, entry)}`)
    : isObject(value)
      ? leaves(value).map(([part, one]) => `    ${part}: ${one}`)
      : [];
  const level = isLevelSaid ? ", as the policy says" : "";
  return [
    head,
    ...wrapped(meaning),
    ...inside,
    ...wrapped(`${sentence(originWords[origin])}; ${seatWords[seat]}${level}.`),
  ].join("\n");
}

function inShort(state: SettingState): string {
  const { value } = state;
  if (isList(value)) return value.length === 0 ? "none" : counted(value.length, "entry", "entries");
  if (isObject(value)) return "set";
  if (value === null) return "none";
  if (typeof value === "boolean") return yesNo(value);
  // A choice has known words; any other text is the admin's.
  return typeof value === "string" && declared[settingOf(state)].kind === "value"
    ? quoted(value)
    : String(value);
}

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
