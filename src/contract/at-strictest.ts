import type { Action, Category, EnginePolicy } from "../engine/model.ts";
import { category } from "./draft.ts";

const blockAll = Object.fromEntries(category.options.map((one) => [one, "block"])) as Record<
  Category,
  Action
>;

/** The same lists and phrases, with nothing let go: what we offer has to be safe under any policy. */
export const atStrictest = <P extends EnginePolicy>(policy: P): P => ({
  ...policy,
  strictness: "strict",
  actions: blockAll,
  surfaceActions: {},
});
