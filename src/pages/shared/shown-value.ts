/** A setting's value taken apart for reading: in words, and without what is secret. Pure. */
import { declared } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";
import { fieldValueWords, fieldWords } from "./field-words.ts";
import { shapeOf } from "./schema-shape.ts";
import type { Shape } from "./schema-shape.ts";
import { t } from "../../platform/i18n.ts";

export type Shown =
  | string
  | { readonly rows: readonly (readonly [label: string, value: Shown])[] }
  | { readonly items: readonly Shown[] };

/** The value of a setting that is no choice. */
export function shownValue(name: SettingName, value: unknown): Shown {
  return shown(name, shapeOf(declared[name].schema), value);
}

function shown(name: SettingName, shape: Shape, value: unknown): Shown {
  if (value === null || value === undefined) return t("shared_not_set");
  if (shape.kind === "fields" && typeof value === "object") {
    const given = new Map<string, unknown>(Object.entries(value));
    const hidden = new Set([...(declared[name].secret ?? []), ...(declared[name].unshown ?? [])]);
    return {
      rows: shape.fields.flatMap((field): [string, Shown][] => {
        const one = given.get(field.name);
        const { label } = fieldWords(name, field.name);
        if (hidden.has(field.name)) return one === undefined ? [] : [[label, t("shared_set_not_shown")]];
        return one === undefined || isEmpty(one) ? [] : [[label, shown(name, field.shape, one)]];
      }),
    };
  }
  if (shape.kind === "list" && Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    return entries.length === 0
      ? t("shared_none")
      : { items: entries.map((one) => shown(name, shape.item, one)) };
  }
  if (shape.kind === "several-of" && Array.isArray(value))
    return value.map((one) => fieldValueWords(String(one))).join(", ");
  if (typeof value === "string") return shape.kind === "one-of" ? fieldValueWords(value) : value;
  if (typeof value === "boolean") return value ? t("shared_yes") : t("shared_no");
  return typeof value === "number" ? String(value) : "";
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
