/** The catalog of rules: made from the engine's rules by `npm run docs`, shown by docs/rules.md and the options page. */
import type * as engine from "../engine/model.ts";
import { category, surface } from "./draft.ts";
import { z } from "./zod.ts";

/** `text` has «» around the words that the rule reports; `answering` is the text of the thread. */
const catalogExample = z.strictObject({
  text: z.string(),
  surface: z.optional(surface),
  answering: z.optional(z.string()),
});

const catalogRule = z.strictObject({
  id: z.string(),
  title: z.string(),
  category,
  confidence: z.enum(["certain", "likely", "possible"]) satisfies z.ZodMiniType<engine.Confidence>,
  /** One sentence for the person who wrote the draft. */
  why: z.string(),
  source: z.string(),
  stops: z.array(catalogExample),
  passes: z.array(catalogExample),
});

/** `others`: ids that stand in the record and are no rule's. */
export const catalog = z.strictObject({
  rules: z.array(catalogRule),
  others: z.array(z.strictObject({ ids: z.array(z.string()), foundBy: z.string(), code: z.string() })),
});

/** By a rule's id: its examples in another language. A list without one has none. */
export const translatedExamples = z.record(
  z.string(),
  z.strictObject({ stops: z.array(catalogExample), passes: z.array(catalogExample) }),
);

export type Catalog = z.infer<typeof catalog>;
export type CatalogRule = z.infer<typeof catalogRule>;
export type CatalogExample = z.infer<typeof catalogExample>;
