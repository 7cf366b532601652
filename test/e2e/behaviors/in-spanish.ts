/** What a page in Spanish may not show: English that has its Spanish, or that looks like a sentence. */
import { expect } from "vitest";
import { en } from "../../../src/locales/en.ts";
import { es } from "../../../src/locales/es.ts";
import { esDeclared } from "../../../src/locales/es-declared.ts";
import type { PageHandle } from "../harness/driver.ts";

const places = /\$[1-9]/;
const pairs: readonly (readonly [english: string, spanish: string])[] = [
  ...Object.entries(en).map(([key, text]) => [text, es[key] ?? ""] as const),
  ...Object.entries(esDeclared),
].filter(([text, spanish]) => text !== spanish);

/** What has a Spanish of its own, and is long enough to be no name. */
const whole = pairs.map(([text]) => text).filter((text) => text.length >= 10 && !places.test(text));
/** Of what is said with values, the parts between them. */
const parts = [
  ...new Set(
    pairs
      .filter(([text]) => places.test(text))
      .flatMap(([text, spanish]) =>
        text.split(places).filter((part) => /\p{L}{2,} \p{L}{2,}/u.test(part) && !spanish.includes(part)),
      ),
  ),
];
/** Words without which hardly a sentence is said in English, and which Spanish does not have. A rule's name has no spaces. */
const sentence =
  /(?:^|[\s("“])(?:the|was|were|which|with|this|that|from|have|has|not|its|and|your|you|for|are)\s/i;

/** All that is read or heard on the page, also what is folded away, but for what is English in every language. */
export const wordsOn = (page: PageHandle, but = ""): Promise<string[]> =>
  page.evaluate((place) => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    // What is in English says so: an invented review, an example of a rule that knows no Spanish.
    const left = ["script", "style", "code", "[lang=en]", place].filter((one) => one !== "").join(", ");
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest(left)) continue;
      if (node instanceof Element)
        texts.push(
          ...["aria-label", "placeholder", "title", "alt"].map((name) => node.getAttribute(name) ?? ""),
        );
      else texts.push(node.textContent ?? "");
    }
    return texts.map((text) => text.replaceAll(/\s+/g, " ").trim()).filter((text) => text !== "");
  }, but);

export const englishIn = (words: readonly string[]): string[] => [
  ...whole.filter((text) => words.some((one) => one === text || one.includes(`${text} `))),
  ...parts.filter((part) => words.some((one) => one.includes(part.trim()))),
];

/** `but`: places that show what somebody has written, or what another program reads. */
export async function expectSpanish(page: PageHandle, but = ""): Promise<readonly string[]> {
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
  const words = await wordsOn(page, but);
  expect(englishIn(words)).toEqual([]);
  expect(words.filter((one) => sentence.test(one))).toEqual([]);
  return words;
}
