/** Whether an element is shown at all; it may be scrolled out of sight. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
}
