/** An entry of a list in words, and without what is secret. Pure. */
import { declared } from "../../contract/policy.ts";
import type { ListName } from "../../contract/policy.ts";
import type { Entry } from "../../contract/policy-file.ts";
import { fieldValueWords, fieldWords } from "../shared/field-words.ts";
import { shapeOf } from "../shared/schema-shape.ts";
import type { Shape } from "../shared/schema-shape.ts";
import { t } from "../../platform/i18n.ts";

/** What it is called: its first text. */
export function entryLabel(entry: Entry): string {
  if (typeof entry === "string") return entry;
  if ("text" in entry && typeof entry.text === "string") return entry.text;
  if ("name" in entry && entry.name !== undefined) return entry.name;
  if ("host" in entry) return entry.host;
  return "box" in entry ? entry.box : "";
}

/** What it is called, then its other parts. */
export function entryParts(name: ListName, entry: Entry): readonly string[] {
  if (typeof entry === "string") return [entry];
  const shape = shapeOf(declared[name].schema);
  const item: Shape | undefined = shape.kind === "list" ? shape.item : undefined;
  if (item?.kind !== "fields") return [];
  const label = entryLabel(entry);
  const given = new Map<string, unknown>(Object.entries(entry));
  const secret = new Set(declared[name].secret ?? []);
  const others = item.fields.flatMap((field) => {
    const value = given.get(field.name);
    if (secret.has(field.name))
      return [`${fieldWords(name, field.name).label}: ${t("shared_set_not_shown").toLowerCase()}`];
    if (value === undefined || value === label) return [];
    if (Array.isArray(value)) return [value.map((one) => fieldValueWords(String(one))).join(", ")];
    if (typeof value !== "string") return [];
    return [field.shape.kind === "one-of" ? fieldValueWords(value) : `“${value}”`];
  });
  return [label, ...others];
}
