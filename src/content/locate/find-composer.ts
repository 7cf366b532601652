import { containsAcross } from "./closest-across.ts";
import type { Composer, Page } from "./composer.ts";
import { resolveComposer, withOverrides } from "./resolve-composer.ts";

/**
 * The composer in which an event happened, from its `composedPath()`. The closest editable ancestor that a pattern
 * knows wins; without one, the closest that looks like a composer, with `pattern` undefined.
 */
export function findComposer(path: readonly EventTarget[], page: Page): Composer | undefined {
  if (!page.overrides?.length) return findPlain(path, page);
  const plain = findPlain(path, withoutOverrides(page));
  const named = path
    .map((target) => (target instanceof Element ? resolveComposer(target, page) : undefined))
    .find((composer) => composer?.overrides.length);
  if (!plain || !named || plain.box === named.box) return named ?? plain;
  // The wider box is the one that is read: the other is a part of its text.
  if (containsAcross(plain.box, named.box)) return withOverrides(plain, named.overrides);
  // What stands in a text area is no part of the text around it.
  return plain.pattern || plain.kind === "textarea" ? plain : named;
}

export const withoutOverrides = ({ host, path, adapter }: Page): Page => ({ host, path, adapter });

function findPlain(path: readonly EventTarget[], page: Page): Composer | undefined {
  let unknown: Composer | undefined;
  for (const target of path) {
    if (!(target instanceof Element)) continue;
    const composer = resolveComposer(target, page);
    if (composer?.pattern) return composer;
    unknown ??= composer;
  }
  return unknown;
}
