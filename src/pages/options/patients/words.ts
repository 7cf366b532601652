/** Names of things and the values of date fields, as this section has them. */
import type { Source } from "../../../patient-list/read/source.ts";
import type { MessageKey } from "../../../platform/i18n.ts";
import { t } from "../../../platform/i18n.ts";

const kinds: Readonly<Record<Source["kind"], () => string>> = {
  delimited: () => t("options_text_with_columns"),
  excel: () => t("options_excel_workbook"),
  fhir: () => t("options_fhir_patients"),
  vcard: () => t("options_vcard_contacts"),
};

export const kindWords = (kind: Source["kind"]): string => kinds[kind]();

export function delimiterWords(delimiter: string): string {
  const named: Readonly<Record<string, MessageKey>> = {
    ",": "options_commas",
    ";": "options_semicolons",
    "\t": "options_tabs",
    "|": "options_bars",
  };
  const key = named[delimiter];
  return key === undefined ? `“${delimiter}”` : t(key);
}

/** The value of a date field, `yyyy-mm-dd` in local time, some days from a moment. */
export function dateValue(at: number, days: number): string {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The end of the day in a date field; null: no day is given; undefined: it is no day. */
export function endOfDay(value: string): number | null | undefined {
  if (value === "") return null;
  const at = new Date(`${value}T23:59:59.999`).getTime();
  return Number.isNaN(at) ? undefined : at;
}
