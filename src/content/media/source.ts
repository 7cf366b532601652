/** A file that is read in pieces, and no further than it takes: of a film of gigabytes a few kilobytes are looked at. */
export interface Source {
  readonly size: number;
  /** @throws where the file ends before, or the reader has looked at enough */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Reads a piece of a file; the browser's part, see `read-blob.ts`. */
export type ReadBlob = (piece: Blob) => Promise<Uint8Array>;

/** All that is read of one file: bytes, and how often the browser is asked. */
const mostBytes = 16_000_000;
const mostReads = 4000;
const mostMs = 4000;
/** Read at a time where less is asked for: headers stand close together. */
const windowBytes = 4096;

export function createSource(file: Blob, readBlob: ReadBlob, now: () => number): Source {
  const until = now() + mostMs;
  let bytes = 0;
  let reads = 0;
  let held: Uint8Array = new Uint8Array();
  let heldAt = 0;
  return {
    size: file.size,
    async read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > file.size) throw new Error("the file ends before");
      const from = offset - heldAt;
      if (from >= 0 && from + length <= held.length) return held.subarray(from, from + length);
      const end = Math.min(file.size, offset + Math.max(length, windowBytes));
      bytes += end - offset;
      reads += 1;
      if (bytes > mostBytes || reads > mostReads || now() > until) throw new Error("enough was read");
      held = new Uint8Array();
      held = await readBlob(file.slice(offset, end));
      heldAt = offset;
      if (held.length < length) throw new Error("the file has changed");
      return held.subarray(0, length);
    },
  };
}
