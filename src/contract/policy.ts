/**
 * Every setting of the product, declared once: schema, default, who may change it, and the words an admin reads. Chrome's
 * managed schema, the options page, the command line and its documentation are made from it.
 *
 * A declaration has a `kind` (`choice`, `list`, `value`), `schema`, `fallback`, `title`, `words`, and a level
 * (`contract/levels.ts`).
 */
import { anyLevel, unorderedLevel } from "./levels.ts";
import type { DeclaredLevel, Level } from "./levels.ts";
import { choiceSettings } from "./policy-choices.ts";
import { listSettings } from "./policy-lists.ts";
import { valueSettings } from "./policy-values.ts";
import { z } from "./zod.ts";

export type ChoiceName = keyof typeof choiceSettings;
export type ListName = keyof typeof listSettings;
export type ValueName = keyof typeof valueSettings;

const named = <K extends string>(of: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(of).filter((name): name is K => Object.hasOwn(of, name));
export const choiceNames = named(choiceSettings);
export const listNames = named(listSettings);
export const valueNames = named(valueSettings);

/** Settings in which a person at a browser may have a say. The level of `surfaceActions` is that of `actions`. */
const levelsSchema = z.strictObject({
  strictness: z.optional(anyLevel),
  actions: z.optional(anyLevel),
  sites: z.optional(anyLevel),
  surfaces: z.optional(anyLevel),
  unchecked: z.optional(anyLevel),
  postAnyway: z.optional(anyLevel),
  reasonRequired: z.optional(anyLevel),
  reasonFreeText: z.optional(anyLevel),
  secondPerson: z.optional(anyLevel),
  language: z.optional(unorderedLevel),
  practice: z.optional(unorderedLevel),
  replies: z.optional(unorderedLevel),
  alwaysStop: z.optional(anyLevel),
  alwaysAllow: z.optional(anyLevel),
  publicNames: z.optional(anyLevel),
});
export type Leveled = keyof z.infer<typeof levelsSchema>;

const levelSettings = {
  levels: {
    kind: "levels",
    schema: levelsSchema,
    fallback: {},
    level: "fixed",
    title: "Who may change what",
    words:
      "For each setting: default (each browser may change it), tighten (only to something stricter; may only add to what is stopped), or fixed.",
  },
} as const;

/** In the order in which they are shown. */
export const settings = {
  version: valueSettings.version,
  contact: valueSettings.contact,
  practice: valueSettings.practice,
  ...choiceSettings,
  ...listSettings,
  messages: valueSettings.messages,
  patientList: valueSettings.patientList,
  monitor: valueSettings.monitor,
  retentionYears: valueSettings.retentionYears,
  evidenceKey: valueSettings.evidenceKey,
  consoleLock: valueSettings.consoleLock,
  acknowledgment: valueSettings.acknowledgment,
  forwarding: valueSettings.forwarding,
  ...levelSettings,
} as const;
export type SettingName = keyof typeof settings;

/** What a declaration may say, whatever its kind. */
export interface Declaration extends DeclaredLevel {
  readonly kind: "choice" | "list" | "value" | "levels";
  readonly schema: z.ZodMiniType;
  readonly fallback: unknown;
  readonly title: string;
  readonly words: string;
  readonly more?: "stricter" | "looser";
  readonly secret?: readonly string[];
  readonly unshown?: readonly string[];
  readonly awaited?: true;
  readonly whenBroken?: "fallback";
  readonly salvage?: z.ZodMiniObject;
}
export const declared: Readonly<Record<SettingName, Declaration>> = { ...settings };

type Schemas = { -readonly [K in SettingName]: (typeof settings)[K]["schema"] };
function schemasOf(): Schemas {
  const schemas = Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the keys alone, which `fromEntries` forgets
  return schemas as Schemas;
}

/** A policy in force: every setting, `surfaceActions` and `levels` with every part. */
export const policy = z.strictObject(schemasOf());
export type Policy = z.infer<typeof policy>;

export const defaultPolicy: Policy = policy.parse(
  Object.fromEntries(Object.entries(settings).map(([name, { fallback }]) => [name, fallback])),
);

export const isLeveled = (name: string): name is Leveled => Object.hasOwn(levelsSchema.shape, name);
export const leveledNames = named(levelsSchema.shape);

/** Whether a person at a browser may add to a list that has this level: under `tighten` only where more entries stop more. */
export const mayAdd = (name: SettingName, level: Level): boolean =>
  isLeveled(name) && (level === "default" || (level === "tighten" && declared[name].more === "stricter"));
