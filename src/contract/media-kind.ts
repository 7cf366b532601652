import { z } from "./zod.ts";

/**
 * What a file carries. `preview`: a small copy of itself, of before it was cropped or covered; `person`: names of who took it,
 * owns it, or is shown; `unknown`: not all of it could be read, or seen. Kinds only: what was found is nobody's to keep.
 */
export const mediaKind = z.enum([
  "place",
  "time",
  "device",
  "person",
  "caption",
  "keywords",
  "preview",
  "unknown",
]);
export type MediaKind = z.infer<typeof mediaKind>;
