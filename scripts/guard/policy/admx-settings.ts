/** How each setting is put into a field of Group Policy: its kind, and its value as the field's text. */
import { Problem } from "../problem.ts";
import type { Json } from "../../../src/policy-file/json.ts";
import { fromRegistry } from "./registry-values.ts";
import type { Setting } from "./shape.ts";
import type { Windows } from "./windows-registry.ts";

export type Field = "check" | "choice" | "number" | "text";

export const windowsBrowsers = ["chrome", "edge"] as const;
const capital: Readonly<Record<Windows, string>> = { chrome: "Chrome", edge: "Edge" };

/** Names may hold letters, digits and `_` only. */
export const idOf = (...parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll(/[^\p{L}\p{N}_]/gu, "_")).join("_");
export const policyId = (browser: Windows, name: string): string => idOf(capital[browser], name);
export const categoryId = (browser: Windows): string => idOf("ReplyGuard", capital[browser]);

export const fieldOf = ({ shape, choices, bounds }: Setting): Field =>
  shape.type === "boolean" ? "check" : choices ? "choice" : bounds ? "number" : "text";

/** What stands in the field: `true`, one of the choices, a number, or the text that goes into the registry. */
export const fieldText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Throws a `Problem` that begins with `place`. */
export function fromField(text: string, setting: Setting, place: string): Json {
  if (setting.shape.type !== "boolean")
    return fromRegistry({ type: "text", value: text }, setting.shape, place);
  if (text === "true" || text === "false") return text === "true";
  throw new Problem(
    `${place}: the value is neither true nor false`,
    "Name the file that guard policy emit wrote.",
  );
}

/** The settings that `valueIn` finds in a file, of both browsers, which must say the same. */
export function readFields(
  valueIn: (browser: Windows, setting: Setting) => string | undefined,
  file: string,
  settings: readonly Setting[],
): Readonly<Record<string, Json>> {
  const found: [string, Json][] = [];
  for (const setting of settings) {
    const [chrome, edge] = windowsBrowsers.map((browser) => valueIn(browser, setting));
    if (chrome !== edge)
      throw new Problem(
        `${file}: ${setting.name} is not the same for Chrome and for Edge`,
        "Give it the same value in both, or leave it out in both.",
      );
    if (chrome !== undefined)
      found.push([setting.name, fromField(chrome, setting, `${file}: ${setting.name}`)]);
  }
  return Object.fromEntries(found);
}
