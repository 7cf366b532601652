import { closestAcross, parentAcross } from "./closest-across.ts";
import type { Composer, Page } from "./composer.ts";
import { isVisible } from "./is-visible.ts";
import { editable, resolveComposer } from "./resolve-composer.ts";

/** All visible boxes in `root` that are or look like composers. Does not look into shadow roots. */
export function scanComposers(root: ParentNode, page: Page): Composer[] {
  const composers: Composer[] = [];
  for (const box of root.querySelectorAll(editable)) {
    const composer = resolveComposer(box, page);
    if (!composer || !isVisible(box)) continue;
    // An editable part of a larger editor is not a second box.
    if (!composer.pattern && composer.overrides.length === 0 && closestAcross(parentAcross(box), editable))
      continue;
    composers.push(composer);
  }
  return composers;
}
