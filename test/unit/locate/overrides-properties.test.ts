// @vitest-environment happy-dom
import fc from "fast-check";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { adapters } from "../../../src/adapters/index.ts";
import { containsAcross } from "../../../src/content/locate/closest-across.ts";
import type { Composer, Page } from "../../../src/content/locate/composer.ts";
import { findComposer, withoutOverrides } from "../../../src/content/locate/find-composer.ts";
import { isSendKey } from "../../../src/content/locate/is-send-key.ts";
import { mentionListOpen } from "../../../src/content/locate/mention-list-open.ts";
import { usableOverrides } from "../../../src/content/locate/override.ts";
import { readAttachments } from "../../../src/content/locate/read-attachments.ts";
import { sentByControl, sentByForm } from "../../../src/content/locate/sent-composers.ts";
import type { SelectorOverride } from "../../../src/contract/policy-sites.ts";
import { surface } from "../../../src/contract/draft.ts";
import { pageAt, pathOf, show, write } from "./saved-page.ts";

const saved = readdirSync(join(import.meta.dirname, "../../pages/saved")).map((file) =>
  file.replace(/\.html$/, ""),
);

const modifiers = [false, true].flatMap((ctrlKey) =>
  [false, true].map((shiftKey) => ({ key: "Enter", ctrlKey, shiftKey, metaKey: false, altKey: false })),
);

/** Which boxes each gesture on this page sends, by the gesture. */
function sends(page: Page): Map<string, Composer[]> {
  const found = new Map<string, Composer[]>();
  [...document.body.querySelectorAll("*")].forEach((element, index) => {
    const path = pathOf(element);
    const composer = findComposer(path, page);
    modifiers.forEach((press, at) => {
      const isSent = composer && isSendKey(press, composer) && !mentionListOpen(composer);
      found.set(`key ${at} ${index}`, isSent ? [composer] : []);
    });
    found.set(`click ${index}`, sentByControl(path, page));
    if (element instanceof HTMLFormElement) found.set(`submit ${index}`, sentByForm(element, page));
  });
  return found;
}

/** What is sent without the overrides and not with them. A box around another one has its text. */
function lost(page: Page): string[] {
  const [before, after] = [sends(withoutOverrides(page)), sends(page)];
  return [...before].flatMap(([gesture, composers]) =>
    composers
      .filter((one) => {
        const kept = after.get(gesture)?.find(({ box }) => containsAcross(box, one.box));
        return !kept || readAttachments(kept).length < readAttachments(one).length;
      })
      .map(({ box }) => `${gesture}: ${box.outerHTML.slice(0, 80)}`),
  );
}

const selectorOf = (element: Element, isWide: boolean): string => {
  const attribute = [...element.attributes].find(({ name }) => /^(role|aria-label|type|class)$/.test(name));
  const tag = element.tagName.toLowerCase();
  return isWide || !attribute ? tag : `${tag}[${attribute.name}=${JSON.stringify(attribute.value)}]`;
};

/** An override about things that are on the page now, or close to them. */
function anyOverride(site: SelectorOverride["site"]): fc.Arbitrary<SelectorOverride> {
  const selector = fc
    .tuple(fc.constantFrom(...document.body.querySelectorAll("*")), fc.boolean())
    .map(([element, isWide]) => selectorOf(element, isWide));
  const boxes = [...document.querySelectorAll("textarea, [contenteditable]")];
  const box = fc.oneof(
    fc.constantFrom("textarea", "[contenteditable]", "textarea, [contenteditable]"),
    ...(boxes.length > 0 ? [fc.constantFrom(...boxes).map((one) => selectorOf(one, false))] : []),
  );
  const label = fc.constantFrom("Post", "send", "Close", "Emoji", "Comment", "Like");
  return fc.record(
    {
      site: fc.constant(site),
      surface: fc.constantFrom(...surface.options),
      box,
      scope: fc.array(selector, { maxLength: 2 }),
      sendControls: fc.array(selector, { maxLength: 3 }),
      sendLabels: fc.array(label, { maxLength: 2 }),
      sendKeys: fc.subarray(["enter", "ctrl-enter"] as const).map((keys) => [...keys]),
    },
    { requiredKeys: ["site", "surface", "box"] },
  );
}

const drafts = fc.array(fc.constantFrom("", " ", "Your visit"), { minLength: 8, maxLength: 8 });

function withTexts(texts: readonly string[]): void {
  [...document.querySelectorAll<HTMLElement>("textarea, [contenteditable]")].forEach((box, index) => {
    if (box.querySelector("textarea, [contenteditable]") === null) write(box, texts[index % 8] ?? "");
  });
}

const watched = (page: Page): SelectorOverride["site"] => {
  const { site } = page.adapter;
  if (site === "facebook" || site === "instagram" || site === "yelp") return site;
  throw new Error("no site that a policy can say something about");
};

/** Small pages of things that are near composers, in any nesting. */
const leaf = fc.constantFrom(
  '<textarea aria-label="Reply"></textarea>',
  '<div contenteditable="true" role="textbox"></div>',
  '<div contenteditable="true"></div>',
  '<textarea aria-label="Search"></textarea>',
  '<button type="submit">Post</button>',
  "<button>Send</button>",
  '<button aria-label="Emoji">☺</button>',
  '<div role="button">Comment</div>',
  '<div tabindex="0">Send</div>',
  '<span class="send">↑</span>',
  '<button aria-haspopup="true">Close</button>',
  '<ul role="listbox"><li role="option" aria-selected="true">Ana</li></ul>',
  '<input type="submit" value="Post">',
  '<img src="blob:1">',
);
const wrap = fc.constantFrom(
  ...["div", "form", "article", "section", "li"].map((tag) => [`<${tag}>`, `</${tag}>`] as const),
  ['<div contenteditable="true">', "</div>"] as const,
  ['<div role="dialog">', "</div>"] as const,
  ['<div role="search">', "</div>"] as const,
  ['<button type="button">', "</button>"] as const,
  ['<div class="send">', "</div>"] as const,
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(wrap, fc.array(tie("tree"), { minLength: 1, maxLength: 4 }))
      .map(([[open, close], children]) => open + children.join("") + close),
  ),
}));

describe("no send that is held without an override passes with one", () => {
  test.each(saved)("on the saved page %s", (name) => {
    const page = show(name);
    const one = anyOverride(watched(page));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 2 }), drafts, (overrides, texts) => {
        withTexts(texts);
        expect(lost({ ...page, overrides: usableOverrides(overrides, []).value })).toEqual([]);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test("on pages of any shape", () => {
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...adapters),
        drafts,
        fc.gen(),
        (parts, { hosts: [host = ""] }, texts, gen) => {
          document.body.innerHTML = parts.join("");
          if (document.body.querySelector("*") === null) return;
          withTexts(texts);
          const page = pageAt(`https://www.${host}/x`);
          const overrides = gen(() => fc.array(anyOverride(watched(page)), { minLength: 1, maxLength: 2 }));
          expect(lost({ ...page, overrides: usableOverrides(overrides, []).value })).toEqual([]);
        },
      ),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
