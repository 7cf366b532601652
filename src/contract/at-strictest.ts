import type { Action, Category, EnginePolicy } from "../engine/model.ts";

const blockAll: Readonly<Record<Category, Action>> = {
  "patient-match": "block",
  identifier: "block",
  health: "block",
  payment: "block",
  relationship: "block",
  media: "block",
  conduct: "block",
};

/** The same lists and phrases, with nothing let go: what we offer has to be safe under any policy. */
export const atStrictest = <P extends EnginePolicy>(policy: P): P => ({
  ...policy,
  strictness: "strict",
  actions: blockAll,
  surfaceActions: {},
});
