/** Who has a say in a setting beside the admin. */
import { z } from "./zod.ts";

/**
 * `default`: a person at one browser may change it. `fixed`: they may not. `tighten`: only to something stricter. The last is
 * the strictest of the three: what a person has tightened stays so.
 */
export const levels = ["default", "fixed", "tighten"] as const;
export type Level = (typeof levels)[number];

/** Where there is nothing stricter to choose. */
export const unorderedLevels = ["default", "fixed"] as const;

export const anyLevel = z.enum(levels);
export const unorderedLevel = z.enum(unorderedLevels);

export interface DeclaredLevel {
  readonly level: Level;
  /** Where the managed policy names the setting. */
  readonly whenSet?: Level;
  /** Where there is a managed policy, whether or not it names the setting. */
  readonly underPolicy?: Level;
}

/** The level where a managed policy says none. */
export function impliedLevel(
  declared: DeclaredLevel,
  { isSet, hasManaged }: { readonly isSet: boolean; readonly hasManaged: boolean },
): Level {
  if (isSet && declared.whenSet) return declared.whenSet;
  return (hasManaged ? declared.underPolicy : undefined) ?? declared.level;
}
