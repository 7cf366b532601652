/** What the record says of an export, and in which states a case is: parts of its lines, and of what the console asks for. */
import { category, site, surface } from "./draft.ts";
import { count, instant, named, token } from "./record-fields.ts";
import { z } from "./zod.ts";

export const exportFormat = z.enum(["jsonl", "csv", "cef", "ocsf", "otlp", "report", "false-alarms"]);
/** In the order in which a case goes through them. */
export const reviewState = z.enum([
  "new",
  "in-review",
  "confirmed",
  "false-alarm",
  "training-given",
  "reported",
  "closed",
]);
/**
 * What a filtered export or a report was asked for: the fields of the console's filter. What was searched for is not told, only
 * that something was.
 */
export const exportFilter = z.strictObject({
  from: z.optional(instant),
  until: z.optional(instant),
  seat: z.optional(token),
  site: z.optional(site),
  surface: z.optional(surface),
  category: z.optional(category),
  rule: z.optional(named),
  /** An outcome, a kind of entry, or `attempts`. */
  what: z.optional(named),
  state: z.optional(reviewState),
  searched: z.optional(z.literal(true)),
  fold: z.optional(z.literal(true)),
});
export type ExportFilter = z.infer<typeof exportFilter>;
/** What an export is told to be of. `count`: so many entries, or cases. */
export const exported = z.strictObject({ filter: z.optional(exportFilter), count: z.optional(count) });
