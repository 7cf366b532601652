/** The part of docs/settings.md that is made from the declared settings. */
import { readFileSync } from "node:fs";
import { unorderedLevels } from "../../src/contract/levels.ts";
import type { Level } from "../../src/contract/levels.ts";
import { levelsFor } from "../../src/contract/policy-file.ts";
import { listSettings } from "../../src/contract/policy-lists.ts";
import { choices } from "../../src/contract/choices.ts";
import { declared, isLeveled, listNames, mayAdd } from "../../src/contract/policy.ts";
import type { SettingName } from "../../src/contract/policy.ts";
import { allSettings } from "../guard/policy/shape.ts";
import type { Setting } from "../guard/policy/shape.ts";
import { settingNames } from "../guard/policy/setting-words.ts";

const path = "docs/settings.md";
const marks = ["<!-- made by scripts/docs.ts, begin -->", "<!-- made by scripts/docs.ts, end -->"] as const;

/** The page as it is, with its table made anew. Throws where a mark is missing. */
export function settingsPage(): { readonly path: string; readonly text: string } {
  const text = readFileSync(path, "utf8");
  const [begin, end] = marks.map((mark) => text.indexOf(mark));
  if (begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error(`${path} has no place for its table`);
  return {
    path,
    text: `${text.slice(0, begin)}${marks[0]}\n\n${settingsTable()}\n${text.slice(end)}`,
  };
}

export function settingsTable(): string {
  const found = new Map(allSettings().map((setting) => [setting.name, setting]));
  const rows = settingNames.map((name) => {
    const { title } = declared[name];
    return [`\`${name}\``, title, valuesOf(name, found.get(name)), usualOf(name), whoOf(name)];
  });
  return table([
    ["setting", "what it is", "values, from the loosest", "default", "who may change it at a browser"],
    ...rows,
  ]);
}

/** As the formatter leaves it. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |\n`;
  return line(head) + line(widths.map((width) => "-".repeat(width))) + rows.map(line).join("");
}

const code = (value: unknown): string =>
  typeof value === "boolean" ? (value ? "yes" : "no") : `\`${String(value)}\``;

function valuesOf(name: SettingName, setting: Setting | undefined): string {
  const first = choices.find(({ setting }) => setting === name);
  if (first) {
    const values = first.values.map(code).join(", ");
    const each = new Map<string, string>([
      ["actions", "for each category "],
      ["surfaceActions", "for each kind of box and category "],
      ["sites", "for each site "],
      ["surfaces", "for each kind of box "],
    ]);
    return `${each.get(name) ?? ""}${values}${first.isUnordered ? " (none is looser)" : ""}`;
  }
  if (name === "levels") return `for each setting \`default\`, \`fixed\`, \`tighten\``;
  const list = listNames.find((one) => one === name);
  const most = list === undefined ? "" : `up to ${listSettings[list].most} × `;
  const one = list === undefined ? setting?.shape : setting?.shape.items;
  const parts = Object.keys(one?.properties ?? {});
  if (parts.length > 0) return `${most}\`{ ${parts.join(", ")} }\``;
  return `${most}${one?.type === "integer" ? numberOf(setting?.bounds) : "a text"}`;
}

const numberOf = (bounds: Setting["bounds"]): string =>
  bounds ? `a whole number from ${bounds.least} to ${bounds.most}` : "a whole number";

function usualOf(name: SettingName): string {
  const { fallback } = declared[name];
  if (fallback === null) return "none";
  if (Array.isArray(fallback)) return "none";
  if (typeof fallback !== "object") return code(fallback);
  if (name === "surfaceActions") return "as `actions`";
  if (name === "levels") return "the last column";
  const parts = Object.entries(fallback as Record<string, unknown>);
  const values = [...new Set(parts.map(([, value]) => value))];
  if (values.length === 1) return `${code(values[0])} in all`;
  const having = (value: unknown): string[] => parts.flatMap(([part, one]) => (one === value ? [part] : []));
  return values.map((value) => `${code(value)}: ${having(value).join(", ")}`).join("; ");
}

function whoOf(name: SettingName): string {
  const { level, whenSet, underPolicy, kind } = declared[name];
  if (name === "surfaceActions") return "as `actions`";
  if (!isLeveled(name)) return "nobody: the admin alone";
  const words = (one: Level): string => {
    if (kind === "list") return mayAdd(name, one) ? "may add" : "nobody may add";
    return { default: "may choose", fixed: "nobody", tighten: "only to something stricter" }[one];
  };
  const others = levelsFor(name);
  const lacks = others.length === unorderedLevels.length ? "; no `tighten`" : "";
  return [
    `\`${level}\`: ${words(level)}`,
    ...(whenSet ? [`where the policy sets it \`${whenSet}\`: ${words(whenSet)}`] : []),
    ...(underPolicy ? [`under any policy \`${underPolicy}\`: ${words(underPolicy)}`] : []),
  ]
    .join("; ")
    .concat(lacks);
}
