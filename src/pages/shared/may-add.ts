import { declared, isLeveled } from "../../contract/policy.ts";
import type { ListName } from "../../contract/policy.ts";
import type { Level } from "../../contract/levels.ts";

/** Whether a person at this browser may add to a list: under `tighten` only where more entries stop more. */
export const mayAdd = (name: ListName, level: Level): boolean =>
  isLeveled(name) && (level === "default" || (level === "tighten" && declared[name].more === "stricter"));
