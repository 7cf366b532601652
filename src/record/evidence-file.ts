/** The lines of the file that lies beside an export and has its sealed drafts; docs/evidence.md. */
import { evidenceLine, evidenceLineLimit } from "../contract/evidence.ts";
import { z } from "../contract/zod.ts";
import { fromBase64, toBase64 } from "../patient-list/bytes.ts";
import { canonical } from "./canonical.ts";

/** A sealed draft, and the entry that it is said to be of. */
export interface Evidence {
  readonly seat: string;
  readonly seq: number;
  readonly id: string;
  readonly sealed: Uint8Array;
}

/** Without its end of line. */
export const toEvidenceLine = ({ seat, seq, id, sealed }: Evidence): string =>
  canonical({ evidence: { seat, seq, id, sealed: toBase64(sealed) } });

/** Undefined: this is none. */
export function readEvidenceLine(line: string): Evidence | undefined {
  if (line.length > evidenceLineLimit) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const read = z.safeParse(evidenceLine, value).data?.evidence;
  const sealed = read && fromBase64(read.sealed);
  return sealed && { seat: read.seat, seq: read.seq, id: read.id, sealed };
}
