/** What a policy says of a box, made ready for this page. The worker has checked it; this browser has the last word. */
import { addressLooked } from "../../contract/path-problem.ts";
import type { ExtraSite, SelectorOverride } from "../../contract/policy-sites.ts";
import { plainName } from "./label.ts";

/** `path` compiled, `sendLabels` as controls are compared; every selector is one that this browser takes. */
export interface Override {
  readonly box: string;
  readonly path: RegExp | undefined;
  /** Undefined: the surface stays what it is without the override. */
  readonly surface: SelectorOverride["surface"] | undefined;
  readonly scope: readonly string[];
  readonly sendControls: readonly string[];
  readonly sendLabels: readonly string[];
  readonly sendKeys: readonly ("enter" | "ctrl-enter")[];
  readonly author: readonly string[];
  readonly text: readonly string[];
}

export interface Usable<Value> {
  readonly value: Value;
  /** This browser has refused a selector or the expression, which is left out. */
  readonly isRefused: boolean;
}

export function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

function expression(source: string | undefined): RegExp | undefined | false {
  try {
    return source === undefined ? undefined : new RegExp(source);
  } catch {
    return false;
  }
}

/** @param surfacesOff an override must not take a box to a surface that is not guarded */
export function usableOverrides(
  overrides: readonly SelectorOverride[],
  surfacesOff: readonly string[],
): Usable<readonly Override[]> {
  let isRefused = false;
  const kept = (selectors: readonly string[] = []): string[] => {
    const taken = selectors.filter(isSelector);
    isRefused ||= taken.length < selectors.length;
    return taken;
  };
  const value = overrides.flatMap((one): Override[] => {
    const path = expression(one.path);
    const [box] = kept([one.box]);
    if (box === undefined || path === false) {
      isRefused = true;
      return [];
    }
    return [
      {
        box,
        path,
        surface: surfacesOff.includes(one.surface) ? undefined : one.surface,
        scope: kept(one.scope),
        sendControls: kept(one.sendControls),
        sendLabels: (one.sendLabels ?? []).map((label) => plainName(label)),
        sendKeys: one.sendKeys ?? [],
        author: kept(one.author),
        text: kept(one.text),
      },
    ];
  });
  return { value, isRefused };
}

export type Extra = Omit<ExtraSite, "host" | "name">;

export function usableExtra({ surface, box, sendControls = [] }: Extra): Usable<Extra> {
  const taken = sendControls.filter(isSelector);
  const isBox = box === undefined || isSelector(box);
  return {
    value: { surface, sendControls: taken, ...(box !== undefined && isBox ? { box } : {}) },
    isRefused: !isBox || taken.length < sendControls.length,
  };
}

export function overridesOf(box: Element, overrides: readonly Override[], path: string): readonly Override[] {
  return overrides.filter(
    (one) => (one.path?.test(path.slice(0, addressLooked)) ?? true) && box.matches(one.box),
  );
}
