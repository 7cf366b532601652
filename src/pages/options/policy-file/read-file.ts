/** A policy file that a person has chosen, or what is wrong with it. */
import { lookAtPolicy, policyLimit, shownPath } from "../../../policy-file/look-at-policy.ts";
import type { PolicyFault } from "../../../policy-file/look-at-policy.ts";
import { placeWords } from "../../../policy-file/placed-json.ts";
import type { PolicyFile } from "./exported.ts";

export interface ReadFile {
  /** Undefined where anything at all is wrong with it. */
  readonly file: PolicyFile | undefined;
  readonly faults: readonly string[];
  /** What a browser takes and some programs do not. */
  readonly doubts: readonly string[];
}

export async function readPolicyFile(given: Pick<Blob, "size" | "arrayBuffer">): Promise<ReadFile> {
  const faulty = (...faults: string[]): ReadFile => ({ file: undefined, faults, doubts: [] });
  if (given.size > policyLimit)
    return faulty(
      `The file has more than ${policyLimit.toLocaleString("en")} bytes, and no policy needs that. Check that this is the file you mean.`,
    );
  const bytes = await given.arrayBuffer().catch(() => undefined);
  if (!bytes)
    return faulty("The file could not be read. Check that it is still where it was, and choose it again.");
  const { value, faults, doubts } = lookAtPolicy(new Uint8Array(bytes));
  return {
    file: faults.length === 0 ? value : undefined,
    faults: faults.map(line),
    doubts: doubts.map(line),
  };
}

function line({ place, path, what, remedy }: PolicyFault): string {
  const where = path.length > 0 ? `${shownPath(path)} ` : "";
  const said = path.length > 0 ? what : what.charAt(0).toUpperCase() + what.slice(1);
  return `Line ${placeWords(place).replace(":", ", column ")}: ${where}${said}. ${remedy}`;
}
