/**
 * What a managed policy says about pages: a site that changed overnight, and further sites. Both only add: a box that is
 * named is guarded by what is said here and by what is known of it otherwise.
 */
import { surface } from "./draft.ts";
import { furtherNames } from "./further-sites.ts";
import { hostProblem } from "./host-problem.ts";
import { pathProblem } from "./path-problem.ts";
import { selectorProblem } from "./selector-problem.ts";
import { z } from "./zod.ts";

export const mostOverrides = 50;
export const mostExtraSites = 20;
/** Selectors, or labels, in one part of an entry. */
export const mostInPart = 20;
export const siteNameLimit = 60;
export const sendLabelLimit = 60;

function checked(problemOf: (text: string) => string | undefined): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    const problem = problemOf(value);
    if (problem !== undefined) issues.push({ code: "custom", message: problem, input: value });
  };
}

const selector = z.string().check(checked(selectorProblem));
const most = z.maxLength(mostInPart, `Write at most ${mostInPart}.`);
const selectors = z.array(selector).check(most);
const shortText = (limit: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "Write something, or leave it out."),
      z.maxLength(limit, `Write at most ${limit} characters.`),
    );

/** `box` is the editing element itself, a textarea or the root of a contenteditable; other elements are passed over. */
export const selectorOverride = z.strictObject({
  site: z.enum(["facebook", "instagram", "yelp", ...furtherNames]),
  surface,
  box: selector,
  /** Regular expression over path and query of the address; left out: every page of the site. */
  path: z.optional(z.string().check(checked(pathProblem))),
  /** `Element.closest` from the box, tried in order: the part of the page in which its send control stands. */
  scope: z.optional(selectors),
  sendControls: z.optional(selectors),
  /** What a send control is named, whole, in any case. */
  sendLabels: z.optional(z.array(shortText(sendLabelLimit)).check(most)),
  sendKeys: z.optional(z.array(z.enum(["enter", "ctrl-enter"])).check(z.maxLength(2))),
  /** Where in the scope the name and the words of the person who is answered stand, tried in order. */
  author: z.optional(selectors),
  text: z.optional(selectors),
});
export type SelectorOverride = z.infer<typeof selectorOverride>;

/** `host` stands for itself and every host below it. Without `box` every box that can be written in is guarded. */
export const extraSite = z.strictObject({
  host: z.string().check(checked(hostProblem)),
  name: z.optional(shortText(siteNameLimit)),
  surface,
  box: z.optional(selector),
  sendControls: z.optional(selectors),
});
export type ExtraSite = z.infer<typeof extraSite>;

/** Entries of one list with the same key are one. */
export const overrideKey = (entry: SelectorOverride): string =>
  JSON.stringify([entry.site, entry.surface, entry.path ?? null, entry.box]);
export const extraSiteKey = ({ host }: ExtraSite): string => host;
