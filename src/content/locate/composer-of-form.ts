import type { Composer, Page } from "./composer.ts";
import { isEmpty } from "./is-empty.ts";
import { isVisible } from "./is-visible.ts";
import { editable, resolveComposer } from "./resolve-composer.ts";

/** The composer whose draft a `submit` event of this form sends: the visible one that has text, else the first. */
export function composerOfForm(
  form: Element,
  page: Page,
  isMeant: (composer: Composer) => boolean = () => true,
): Composer | undefined {
  // `elements` also has what lies outside the form and belongs to it by its `form` attribute.
  const owned = form instanceof HTMLFormElement ? [...form.elements] : [];
  const composers = [...new Set([...form.querySelectorAll(editable), ...owned])]
    .map((box) => resolveComposer(box, page))
    .filter((composer) => composer !== undefined)
    .filter(isMeant);
  return (
    composers.find((composer) => !isEmpty(composer) && isVisible(composer.box)) ??
    composers.find((composer) => !isEmpty(composer)) ??
    composers[0]
  );
}
