import { expect } from "vitest";
import type { Carried } from "../../../../src/content/media/finds.ts";
import { readMedia } from "../../../../src/content/media/read-media.ts";

export const readBlob = async (piece: Blob): Promise<Uint8Array> => new Uint8Array(await piece.arrayBuffer());
export const read = (file: Uint8Array): Promise<Carried> =>
  readMedia(new Blob([Uint8Array.from(file)]), readBlob, () => performance.now());

/** All of it was read, and this is what it carries. */
export const whole = (kinds: readonly string[], texts: readonly string[] = []): unknown => ({
  kinds: expect.toSatisfy((found: string[]) => found.toSorted().join() === kinds.toSorted().join()),
  texts,
  isWhole: true,
});
