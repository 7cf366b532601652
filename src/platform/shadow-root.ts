declare const chrome:
  | { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } }
  | undefined;

/** Firefox alone has it, on every element that a content script sees. */
function hasFirefoxRoot(
  element: Element,
): element is Element & { readonly openOrClosedShadowRoot: ShadowRoot | null } {
  return "openOrClosedShadowRoot" in element;
}

/** The shadow root of `element`, open or closed, where the browser lets a content script see it. Never throws. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (hasFirefoxRoot(element)) return element.openOrClosedShadowRoot;
  // Chrome throws for anything that is not an HTML element.
  if (!(element instanceof HTMLElement)) return null;
  try {
    // A constant of its own: the Firefox store's linter knows no `chrome.dom`, and takes the call for a mistake.
    const dom = typeof chrome === "undefined" ? undefined : chrome.dom;
    return dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    // An orphaned script has lost the API: closed roots are out of its sight.
    return null;
  }
}
