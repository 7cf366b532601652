import { rootOf } from "./closest-across.ts";

/** Labels are compared in lower case, with single spaces, without the dots or the colon at their end. */
function plain(text: string | null | undefined): string {
  return (text ?? "")
    .replace(/\s+/g, " ")
    .replace(/[.…:\s]{1,40}$/, "")
    .trim();
}

/** A word as controls are compared: lower case, without what `plain` leaves out. */
export const plainName = (text: string): string => plain(text).toLowerCase();

function labelledBy(element: Element): string {
  const root = rootOf(element);
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  return ids.map((id) => root?.getElementById(id)?.textContent ?? "").join(" ");
}

/** Everything a box says about itself, in the site's own case. */
export function labelsOfBox(box: Element): string[] {
  const own = ["aria-label", "placeholder", "aria-placeholder", "data-placeholder"].map((name) =>
    plain(box.getAttribute(name)),
  );
  return [...own, plain(labelledBy(box))].filter(Boolean);
}

/** The name of a control, lower case: its label, else its words, else its icon's; a slotted word is its host's. */
export function nameOfControl(control: Element): string {
  const own = plain(control.getAttribute("aria-label")) || plain(labelledBy(control));
  const words = own || plain(control instanceof HTMLInputElement ? control.value : control.textContent);
  return (
    words ||
    plain(control.getAttribute("title")) ||
    nameOfIcon(control) ||
    nameOfHost(control)
  ).toLowerCase();
}

function nameOfIcon(control: Element): string {
  const icon = control.querySelector("svg[aria-label], img[alt], svg title");
  return plain(icon?.getAttribute("aria-label") ?? icon?.getAttribute("alt") ?? icon?.textContent);
}

function nameOfHost(control: Element): string {
  const root = control.getRootNode();
  return root instanceof ShadowRoot
    ? plain(root.host.getAttribute("aria-label") ?? root.host.textContent)
    : "";
}

/**
 * How much of `label` a template leaves for `{author}`: the name, "" for a template without one that is a prefix of
 * the label, undefined where it does not fit.
 */
export function authorInLabel(label: string, template: string): string | undefined {
  const lower = label.toLowerCase();
  const [before = "", after] = template.split("{author}");
  if (after === undefined) return lower.startsWith(template) ? "" : undefined;
  const fits =
    lower.startsWith(before) && lower.endsWith(after) && lower.length > before.length + after.length;
  return fits ? label.slice(before.length, label.length - after.length).trim() : undefined;
}
