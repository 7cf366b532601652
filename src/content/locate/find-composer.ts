import type { Composer, Page } from "./composer.ts";
import { resolveComposer } from "./resolve-composer.ts";

/**
 * The composer in which an event happened, from its `composedPath()`. The closest editable ancestor that a pattern
 * knows wins; without one, the closest that looks like a composer, with `pattern` undefined.
 */
export function findComposer(path: readonly EventTarget[], page: Page): Composer | undefined {
  let unknown: Composer | undefined;
  for (const target of path) {
    if (!(target instanceof Element)) continue;
    const composer = resolveComposer(target, page);
    if (composer?.pattern) return composer;
    unknown ??= composer;
  }
  return unknown;
}
