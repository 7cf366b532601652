/** What the console's worker says in English, and the store keeps so of a log, in the language of the page. */
import { declaredWords } from "../../platform/declared-words.ts";
import { t } from "../../platform/i18n.ts";
import { faultWords } from "../../record/fault.ts";

const kinds = Object.values(faultWords);

/** A fault as `wordsOf` writes it, or a reason why a log was not brought in. */
export function saidByWorker(english: string): string {
  const [, line, rest = ""] = /^Line ([\d,]+): (.+)$/s.exec(english) ?? [];
  const kind = kinds.find(({ name, remedy }) => rest.startsWith(`${name}: `) && rest.endsWith(`. ${remedy}`));
  if (line === undefined) return declaredWords(english);
  // Kept by a newer version.
  if (!kind) return english;
  const { name, remedy } = kind;
  const what = rest.slice(name.length + 2, -(remedy.length + 2));
  return t("audit_fault_in_line", line, declaredWords(name), declaredWords(what), declaredWords(remedy));
}
