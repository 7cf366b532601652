/** A policy file that a person has chosen, or what is wrong with it. */
import { lookAtPolicy, policyLimit, shownPath } from "../../../policy-file/look-at-policy.ts";
import type { PolicyFault } from "../../../policy-file/look-at-policy.ts";
import { placeWords } from "../../../policy-file/placed-json.ts";
import { digits } from "../../shared/words.ts";
import type { PolicyFile } from "./exported.ts";
import { t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";

export interface ReadFile {
  /** Undefined where anything at all is wrong with it. */
  readonly file: PolicyFile | undefined;
  readonly faults: readonly string[];
  /** What a browser takes and some programs do not. */
  readonly doubts: readonly string[];
}

export async function readPolicyFile(given: Pick<Blob, "size" | "arrayBuffer">): Promise<ReadFile> {
  const faulty = (...faults: string[]): ReadFile => ({ file: undefined, faults, doubts: [] });
  if (given.size > policyLimit) return faulty(t("options_the_file_has_more_than_bytes", digits(policyLimit)));
  const bytes = await given.arrayBuffer().catch(() => undefined);
  if (!bytes) return faulty(t("options_the_file_could_not_be_read"));
  const { value, faults, doubts } = lookAtPolicy(new Uint8Array(bytes));
  return {
    file: faults.length === 0 ? value : undefined,
    faults: faults.map(line),
    doubts: doubts.map(line),
  };
}

function line({ place, path, what, remedy }: PolicyFault): string {
  const where = path.length > 0 ? `${shownPath(path)} ` : "";
  const words = declaredWords(what);
  const said = path.length > 0 ? words : words.charAt(0).toUpperCase() + words.slice(1);
  const [at = "", column = ""] = placeWords(place).split(":");
  return t("options_line", at, column, `${where}${said}. ${declaredWords(remedy)}`);
}
