/** The extension's own pages in Spanish: whole, and readable for everybody. */
import { expect } from "vitest";
import { en } from "../../../src/locales/en.ts";
import { es } from "../../../src/locales/es.ts";
import { esDeclared } from "../../../src/locales/es-declared.ts";
import type { PageHandle } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";
import { expectReadable } from "./access.ts";
import type { Behavior } from "./behavior.ts";

/** English of which a page in Spanish may show nothing: what has a Spanish of its own, and is long enough to be no name. */
const english = [
  ...Object.entries(en).flatMap(([key, text]) => (es[key] === text ? [] : [text])),
  ...Object.entries(esDeclared).flatMap(([text, spanish]) => (spanish === text ? [] : [text])),
].filter((text) => text.length >= 10 && !text.includes("$"));

/** All that is read or heard on the page, also what is folded away. */
const wordsOn = (page: PageHandle): Promise<string[]> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        texts.push(node.getAttribute("aria-label") ?? "", node.getAttribute("placeholder") ?? "");
        // The examples of the rules are drafts, in the language of the draft.
      } else if (!node.parentElement?.closest("script, style, .examples")) texts.push(node.textContent ?? "");
    }
    return texts.map((text) => text.replaceAll(/\s+/g, " ").trim()).filter((text) => text !== "");
  });

/** `ready` is there when the page has drawn what it asks for. */
function speaksSpanish(file: string, ready: string, says: readonly string[]): Behavior {
  return {
    title: `${file} is in Spanish, whole and readable`,
    async run(driver) {
      const page = await driver.openExtensionPage(file);
      await waitFor(page, "the page", (place) => document.querySelector(place) !== null, ready);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
      const words = await wordsOn(page);
      for (const one of says) expect(words).toContain(one);
      const left = english.filter((text) => words.some((one) => one === text || one.includes(`${text} `)));
      expect(left).toEqual([]);
      await expectReadable(page);
      await page.close();
    },
  };
}

export const spanishPages: readonly Behavior[] = [
  speaksSpanish("popup.html", "#policy-body dl", ["Política", "Rigor", "Equilibrado", "Opciones"]),
  speaksSpanish("policy.html", "#values-body table", [
    "Informe de la política",
    "Todas las opciones",
    "Qué pasa: todo",
  ]),
  speaksSpanish("options.html", "#policy-file-body .setting", [
    "Opciones de ReplyGuard",
    "Lista de pacientes",
    "Publicar de todos modos",
    "Cuando no se pudo revisar un borrador",
    "Gracias por la visita",
  ]),
];
