/** Whether the browser lets us see a site that is not in the manifest. It asks a person, once, at their click. */
import { browser } from "./browser.ts";

/** A place is a host, or a host with what paths begin with there. */
export const hostOfPlace = (place: string): string => place.split("/", 1)[0] ?? place;

/** The site at a place and below it, over https. */
export const patternOf = (place: string): string =>
  place === hostOfPlace(place) ? `https://*.${place}/*` : `https://*.${place}*`;

export function hasAccess(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(host)] });
}

/** To be called in a click, before anything is awaited. @returns whether the person let us */
export function askAccess(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: hosts.map((host) => patternOf(host)) });
}

/** Access to a site was given, or taken back, wherever that was done. */
export function onAccessChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
