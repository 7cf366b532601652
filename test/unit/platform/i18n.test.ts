// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { en } from "../../../src/locales/en.ts";
import { es } from "../../../src/locales/es.ts";
import { esDeclared } from "../../../src/locales/es-declared.ts";
import { declaredWords, useDeclared } from "../../../src/platform/declared-words.ts";
import {
  keepMessages,
  language,
  locale,
  plural,
  t,
  translated,
  useCardCatalog,
  useCatalog,
} from "../../../src/platform/i18n.ts";
import { publishLanguage, translatePage, useLanguage } from "../../../src/platform/page-language.ts";
import { inItsLanguage, messagesForCard } from "../../../src/platform/worker-language.ts";

/** What a browser of one language does: it has the catalog of the build, and a store. `isGone`: the extension was updated. */
function browserIn(catalog: Readonly<Record<string, string>>): { isGone: boolean } {
  const state = { isGone: false };
  const stored: Record<string, unknown> = {};
  const browser = {
    runtime: {},
    i18n: {
      getMessage(key: string, values: readonly string[] = []): string {
        if (state.isGone) throw new Error("Extension context invalidated.");
        return (catalog[key] ?? "").replaceAll(/\$([1-9])/g, (_all, at) => values[Number(at) - 1] ?? "");
      },
    },
    storage: {
      local: {
        get: (key: string) => Promise.resolve(key in stored ? { [key]: stored[key] } : {}),
        set: (items: object) => Promise.resolve(void Object.assign(stored, items)),
      },
      onChanged: { addListener: () => undefined },
    },
  };
  Object.assign(globalThis, { browser });
  return state;
}

beforeEach(() => useCatalog(undefined));
afterEach(() => {
  useCatalog(en);
  useCardCatalog(undefined);
  useDeclared(undefined);
  Reflect.deleteProperty(globalThis, "browser");
});

describe("a message", () => {
  it("is the browser's, with its values", () => {
    browserIn(es);
    expect(language()).toBe("es");
    expect(t("card_copied")).toBe("Copiado.");
    expect(t("card_questions", "Kira, extension 12")).toBe("¿Preguntas? Kira, extension 12");
    expect(plural("popup_boxes", 1)).toBe("1 cuadro de texto");
    // As people in the United States write it, whatever their language.
    expect(plural("popup_boxes", 1234)).toBe("1,234 cuadros de texto");
    expect(locale()).toBe("es-US");
  });

  it("puts no value in twice, and takes a dollar in it for what it is", () => {
    browserIn(en);
    useCatalog(es);
    expect(t("card_questions", "$1 for $2 & $$")).toBe("¿Preguntas? $1 for $2 & $$");
  });

  it("is the policy's on the card, and the card's alone", () => {
    browserIn(en);
    useCardCatalog({ card_copied: "Copiado.", words_language: "es" });
    expect(t("card_copied")).toBe("Copiado.");
    expect(language()).toBe("es");
    useCardCatalog(undefined);
    expect(t("card_copied")).toBe("Copied.");
  });

  it("is the card's own before that of the page around it", () => {
    browserIn(en);
    useCatalog(es);
    useCardCatalog({ card_copied: "Copiado aquí." });
    expect([t("card_copied"), t("card_close"), language()]).toEqual(["Copiado aquí.", "Cerrar", "es"]);
  });

  it("is there when an update has taken the extension away, if it was asked for before", () => {
    const browser = browserIn(es);
    keepMessages(["card_updated_held", "card_questions", "words_language"]);
    browser.isGone = true;
    expect(t("card_updated_held")).toBe("No se envió: ReplyGuard se actualizó.");
    expect(t("card_questions", "Kira")).toBe("¿Preguntas? Kira");
    expect(language()).toBe("es");
    expect(t("card_copied")).toBe("");
  });

  it("of a rule is the engine's own in English", () => {
    browserIn(en);
    expect(translated("rules_phone_why", "It points to a person.")).toBe("It points to a person.");
    useCatalog(es);
    expect(translated("rules_phone_why", "It points to a person.")).toContain("señala a una persona");
    expect(translated("rules_not_there_why", "Another reason.")).toBe("Another reason.");
  });
});

describe("the policy's language", () => {
  it("is handed to the card only where the browser has another one", () => {
    browserIn(en);
    expect(messagesForCard("browser")).toBeNull();
    expect(messagesForCard("en")).toBeNull();
    expect(messagesForCard("es")).toMatchObject({ card_copied: "Copiado.", words_language: "es" });
    browserIn(es);
    expect(messagesForCard("es")).toBeNull();
    expect(messagesForCard("en")).toMatchObject({ card_copied: "Copied." });
  });

  it("is spoken by the worker at once, and by a page that opens afterwards", async () => {
    browserIn(en);
    inItsLanguage({ source: "managed", policy: { language: "es" } });
    expect(t("worker_stopped")).toBe("se detuvo un borrador");
    document.body.innerHTML = `<h2 data-t="popup_today"></h2><nav data-t-label="options_sections"></nav>`;
    await vi.waitFor(async () => {
      await useLanguage();
      expect(document.documentElement.lang).toBe("es");
    });
    expect(document.body.textContent).toBe("Hoy");
    expect(document.querySelector("nav")?.getAttribute("aria-label")).toBe("Secciones");
    expect(declaredWords("Strictness")).toBe("Rigor");
  });

  it("stays what it was while the policy is awaited, and is the browser's again when it names none", async () => {
    browserIn(en);
    await publishLanguage("es");
    inItsLanguage({ source: "awaited", policy: { language: "browser" } });
    await useLanguage();
    expect(language()).toBe("es");
    await publishLanguage("browser");
    await useLanguage();
    expect(language()).toBe("en");
    translatePage(document);
    expect(document.documentElement.lang).toBe("en");
    expect(declaredWords("Strictness")).toBe("Strictness");
  });
});

describe("what is declared in English", () => {
  beforeEach(() => useDeclared(esDeclared));

  it("has its Spanish whole, with values, and with values that have one", () => {
    expect(declaredWords("The list has expired.")).toBe("La lista venció.");
    expect(declaredWords("has 3 fields where there are 4 columns")).toBe(
      "tiene 3 campos donde hay 4 columnas",
    );
    expect(declaredWords("is a list, and must be true or false")).toBe(
      "es una lista, y debe ser true o false",
    );
    expect(declaredWords("a phone number is a stand-in or no such thing and was not taken")).toBe(
      "un número de teléfono es de relleno o no es tal cosa, y no se tomó",
    );
  });

  it("is found without the full stop that it loses inside a sentence", () => {
    expect(declaredWords("Write a CSS selector")).toBe("Escriba un selector de CSS");
  });

  it("stays as it is where there is no Spanish", () => {
    expect(declaredWords("Glow Aesthetics (main office)")).toBe("Glow Aesthetics (main office)");
  });
});
