/** Longest draft that is checked, in UTF-16 units: Facebook's post limit is 63,206. A longer one is `unchecked`. */
export const draftLimit = 65_000;
/** Most pictures and videos of one draft that are checked. One with more is `unchecked`. */
export const attachmentLimit = 100;
/** Longest author and text of a thread that are looked at, in UTF-16 units. */
export const authorLimit = 500;
export const threadLimit = 20_000;
/** Longest reason that a person may give, in UTF-16 units. */
export const reasonLimit = 300;
/** How many alternatives that a page has taken are remembered there, until it is left. */
export const usedLimit = 20;
/** Longest name of somebody who may agree that a draft is posted anyway, in UTF-16 units. */
export const nameLimit = 60;
/** Longest text out of a picture or video that is looked at, in UTF-16 units, and most of them at a time. */
export const embeddedLimit = 500;
export const embeddedMost = 60;
/** Longest reference of a signed authorization, in UTF-16 units. */
export const authorizationLimit = 100;
