import type { PageName } from "../pages/routes.ts";
import type { Sent } from "../pages/shared/sent.ts";

/** How a person sends on a composer page. */
export interface PageScript {
  readonly page: PageName;
  /** What distinguishes two scripts of one page. */
  readonly how?: string;
  /** Clicks that bring the box up, before it can be clicked. */
  readonly before?: readonly string[];
  readonly box: string;
  /** A key, or a place to click. */
  readonly send: { readonly press: string } | { readonly click: string };
  readonly via: Sent["via"];
  /** Milliseconds: the site drops a send that follows another one sooner. */
  readonly apart?: number;
}

const enter = { send: { press: "Enter" }, via: "enter" } as const;

/** Every page, with every gesture by which its site sends. */
export const pageScripts: readonly PageScript[] = [
  { page: "facebook-comment", how: "reply", box: "#reply", ...enter },
  { page: "facebook-comment", how: "comment", box: "#comment", ...enter },
  { page: "facebook-button", how: "Enter", box: "#box", ...enter },
  {
    page: "facebook-button",
    how: "button",
    box: "#box",
    send: { click: "[aria-label='Comment']" },
    via: "button",
  },
  { page: "facebook-post", box: "#box", send: { click: "[aria-label='Post']" }, via: "button" },
  { page: "facebook-draft", box: "[role=textbox]", ...enter },
  { page: "messenger", how: "Enter", box: "#box", ...enter },
  {
    page: "messenger",
    how: "button",
    box: "#box",
    send: { click: "[aria-label='Press enter to send']" },
    via: "button",
  },
  { page: "instagram-comment", how: "Enter", box: "form textarea", ...enter },
  {
    page: "instagram-comment",
    how: "Control+Enter",
    box: "form textarea",
    send: { press: "Control+Enter" },
    via: "enter",
  },
  {
    page: "instagram-comment",
    how: "button",
    box: "form textarea",
    send: { click: "form [role=button]" },
    via: "button",
  },
  { page: "instagram-dm", how: "Enter", box: "#box", ...enter, apart: 250 },
  {
    page: "instagram-dm",
    how: "Control+Enter",
    box: "#box",
    send: { press: "Control+Enter" },
    via: "enter",
    apart: 250,
  },
  {
    page: "instagram-dm",
    how: "button",
    box: "#box",
    send: { click: "#send-place [role=button]" },
    via: "button",
  },
  {
    page: "yelp-owner",
    how: "comment",
    before: [".passport-container__09f24__Zq button:nth-of-type(3)"],
    box: "textarea",
    send: { click: "textarea + button" },
    via: "button",
  },
  {
    page: "yelp-owner",
    how: "direct message",
    before: [".passport-container__09f24__Zq button:nth-of-type(2)"],
    box: "textarea",
    send: { click: "textarea + button" },
    via: "button",
  },
  { page: "yelp-review", box: "#review_text", send: { click: "button[type=submit]" }, via: "submit" },
  { page: "native-form", box: "#composerInput", send: { click: "input[value=Comment]" }, via: "submit" },
  { page: "plain-contenteditable", box: "#box", ...enter },
  { page: "frame-same-origin", box: "#frame >>> #box", ...enter },
  { page: "frame-srcdoc", box: "#frame >>> #box", ...enter },
  { page: "shadow-open", box: "#host >>> #box", ...enter },
  { page: "shadow-closed", box: "#host", ...enter },
  { page: "replaced-node", how: "Enter", box: "textarea", ...enter },
  {
    page: "replaced-node",
    how: "button",
    box: "textarea",
    send: { click: "form [role=button]" },
    via: "button",
  },
  { page: "busy-feed", box: "#box-1", ...enter },
  { page: "document-open", box: "#box", ...enter },
  { page: "unknown-composer", how: "Enter", box: "#box", ...enter },
  { page: "unknown-composer", how: "button", box: "#box", send: { click: "#publish" }, via: "button" },
  { page: "navigation", how: "first post", box: "#box", ...enter },
  { page: "navigation", how: "second post", before: ["#second"], box: "#box", ...enter },
];

const ctrlEnter = { send: { press: "Control+Enter" }, via: "enter" } as const;
const clickOn = (click: string) => ({ send: { click }, via: "button" }) as const;

/** Pages of sites that are off until somebody switches them on, with every gesture by which they send. */
export const furtherScripts: readonly PageScript[] = [
  {
    page: "google-reply",
    before: [".review:first-of-type .open"],
    box: "textarea",
    ...clickOn("[jsname=hrGhad]"),
  },
  {
    page: "google-search",
    before: ["#frame >>> .review:first-of-type .open"],
    box: "#frame >>> textarea",
    ...clickOn("#frame >>> [jsname=hrGhad]"),
  },
  { page: "google-queue", box: "#box", ...clickOn("[jsname=hrGhad]") },
  { page: "tiktok-comment", how: "reply", box: "#reply-place [role=textbox]", ...enter },
  { page: "tiktok-comment", how: "comment", box: "#comment-place [role=textbox]", ...enter },
  {
    page: "tiktok-comment",
    how: "button",
    box: "#comment-place [role=textbox]",
    ...clickOn("#comment-place [role=button]"),
  },
  { page: "x-reply", how: "Control+Enter", box: "[role=textbox]", ...ctrlEnter },
  { page: "x-reply", how: "button", box: "[role=textbox]", ...clickOn("[data-testid=tweetButtonInline]") },
  { page: "x-thread", box: "[data-testid=tweetTextarea_0]", ...clickOn("[data-testid=tweetButton]") },
  { page: "realself-reply", box: "textarea", send: { click: "button[type=submit]" }, via: "submit" },
  { page: "healthgrades-reply", box: "textarea", send: { click: "button[type=submit]" }, via: "submit" },
];

/** The script of a page; where it has several, the one that is done by `how`. */
export function scriptOf(page: PageName, how?: string): PageScript {
  const script = [...pageScripts, ...furtherScripts].find(
    (one) => one.page === page && (how === undefined || one.how === how),
  );
  if (!script) throw new Error(`no script for ${page} ${how ?? ""}`);
  return script;
}

/**
 * Pages on which nobody can send by design, on which the text is there already, that only a policy lets us guard, or that show
 * what was sent long ago; tested by name.
 */
export const otherPages: readonly PageName[] = [
  "lost-send-control",
  "text-before-script",
  "changed-overnight",
  "further-site",
  "past-facebook",
  "past-yelp",
  "past-instagram",
  "past-many",
];
