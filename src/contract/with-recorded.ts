import type { EnginePolicy, Surface, SurfaceActions } from "../engine/model.ts";
import { category, surface } from "./draft.ts";

/**
 * What a draft is checked with: as if what is only recorded were warned about, so that it is found. What nobody is to be
 * told is taken out again.
 */
export function withRecorded<P extends Pick<EnginePolicy, "actions" | "surfaceActions">>(policy: P): P {
  const { actions, surfaceActions = {} } = policy;
  const everywhere = { ...actions };
  const here: { -readonly [S in Surface]?: SurfaceActions[S] } = { ...surfaceActions };
  for (const one of category.options) {
    if (actions[one] === "record") everywhere[one] = "warn";
    for (const place of surface.options) {
      if (here[place]?.[one] === "record") here[place] = { ...here[place], [one]: "warn" };
    }
  }
  return { ...policy, actions: everywhere, surfaceActions: here };
}
