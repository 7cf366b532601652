import type { Adapter } from "../../adapters/adapter.ts";
import { enterSends, generic } from "../../adapters/generic.ts";
import type { Extra } from "./override.ts";

/** The adapter of a site that a policy names; its selectors must be such that this browser takes. */
export function extraAdapter({ surface, box, sendControls = [] }: Extra): Adapter {
  const { unknown, ignore } = generic;
  return {
    ...generic,
    unknown: {
      ...unknown,
      surface,
      keys: enterSends[surface]
        ? [...unknown.keys, { key: "Enter", ctrl: "any", meta: "any", shift: false, alt: "any" }]
        : unknown.keys,
      controls: [...sendControls, ...unknown.controls],
    },
    ignore: box === undefined ? ignore : [`:not(${box})`],
  };
}
