import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { en } from "../../src/locales/en.ts";
import { es } from "../../src/locales/es.ts";
import { esDeclared } from "../../src/locales/es-declared.ts";
import { literalsIn, messageCallsIn, saidInCode, saidInHtml } from "./said.ts";
import { filesUnder, isCode, read, root } from "./repository.ts";

/** In these nothing is said but by its key. */
const translatedPlaces = ["src/content/", "src/background/watch.ts", "src/pages/"];
/** Workers of a page have no browser to ask: what they say in English the page puts over, like what is declared. */
const putOver: ReadonlySet<string> = new Set([
  "src/pages/options/patients/list-work.ts",
  "src/pages/audit/bring-in.ts",
]);

/** Said in every language alike, or to no person: by file, with the reason. */
const alike: Readonly<Record<string, readonly string[]>> = {
  // What the practice room writes into the record, and the name of a class of OCSF.
  "src/pages/audit/entry-words.ts": ["Practice room test"],
  "src/pages/audit/export-form.ts": ["OCSF 1.x, Data Security Finding"],
  // Names of the browser's own interfaces.
  "src/pages/options/patients/give-up-network.ts": ["Worker"],
  "src/pages/options/patients/section.ts": ["Files"],
  // A mark of a state, for the style sheet.
  "src/pages/options/patients/standing-form.ts": ["not usable"],
  "src/pages/options/patients/standing-words.ts": ["not usable"],
  // A report in columns, which other programs read.
  "src/pages/options/patients/report-csv.ts": ["left out", "taken in part"],
  // Put over with what the schema says.
  "src/pages/options/policy-file/make-form.ts": ["cannot be used"],
  // Policies of browsers and options of the command line, to be typed as they are.
  "src/pages/policy/browser-rows.ts": [
    "ExtensionSettings, installation_mode force_installed",
    "BrowserGuestModeEnabled false",
    "BrowserAddPersonEnabled false",
    ...["incognito", "guest", "profiles", "devtools", "safe-mode"].map((one) => `--hardening ${one}`),
  ],
};

/** Spanish only: the English is the engine's and the declarations' own. */
const spanishOnly: ReadonlySet<string> = new Set(["rules", "declared"]);

const areasOf = (language: string): string[] =>
  readdirSync(join(root, "src/locales", language)).map((file) => basename(file, ".json"));
const messagesOf = (language: string, area: string): Record<string, string> =>
  JSON.parse(read(`src/locales/${language}/${area}.json`)) as Record<string, string>;
const areas = areasOf("en").toSorted();

const sources = filesUnder("src").filter((path) => isCode(path) && !path.startsWith("src/locales/"));
const pages = filesUnder("src").filter((path) => path.endsWith(".html"));

const signs = (text: string): string[] => text.match(/\$.?/g) ?? [];
const places = (text: string): string => [...new Set(signs(text))].toSorted().join(" ");
/**
 * What the browser and `t` put in is told by a digit; anything else after the sign would be lost. Between two signs Chrome looks for
 * the name of a value, and takes no extension that has none of this name.
 */
const isSayable = (text: string): boolean =>
  text !== "" &&
  text.trim() === text &&
  !/\$[\w@]+\$/.test(text) &&
  signs(text).every((one) => /^\$[1-9$]$/.test(one));

describe("the two languages", () => {
  test("have the same areas", () => {
    expect(
      areasOf("es")
        .filter((area) => !spanishOnly.has(area))
        .toSorted(),
    ).toEqual(areas);
  });

  test.each(areas)("say the same in the area %s, with the same values", (area) => {
    const [english, spanish] = [messagesOf("en", area), messagesOf("es", area)];
    expect(Object.keys(spanish)).toEqual(Object.keys(english));
    const name = new RegExp(`^${area.replaceAll("-", "_")}_[a-z0-9_]+$`);
    const faults = Object.entries(english).filter(([key, text]) => {
      const other = spanish[key] ?? "";
      return !name.test(key) || !isSayable(text) || !isSayable(other) || places(other) !== places(text);
    });
    expect(faults).toEqual([]);
  });

  test("are read whole: no file is left out of the catalogs", () => {
    for (const area of areas) {
      expect(en).toMatchObject(messagesOf("en", area));
      expect(es).toMatchObject(messagesOf("es", area));
    }
    expect(es).toMatchObject(messagesOf("es", "rules"));
    expect(esDeclared).toMatchObject(messagesOf("es", "declared"));
  });

  test("describe the extension as the package does", () => {
    expect(en.manifest_description).toBe(packageJson.description);
  });
});

describe("a key", () => {
  const literals = sources.flatMap((path) => literalsIn(path, read(path)));
  const whole = new Set(literals.flatMap(({ text }) => text ?? []));
  const patterns = literals.flatMap(({ pattern }) => pattern ?? []);
  const marked = new Set(
    pages.flatMap((path) =>
      [...read(path).matchAll(/\bdata-t[a-z-]*="([^"]+)"/g)].map(([, key = ""]) => key),
    ),
  );
  const isUsed = (key: string): boolean =>
    whole.has(key) || marked.has(key) || patterns.some((pattern) => pattern.test(key));

  test("is said somewhere", () => {
    const own = areas.filter((area) => area !== "manifest");
    const keys = own.flatMap((area) => Object.keys(messagesOf("en", area)));
    expect(keys.length).toBeGreaterThan(80);
    expect(keys.filter((key) => !isUsed(key) && !isUsed(key.replace(/_(one|other)$/, "")))).toEqual([]);
  });

  test("is given as many values as it has places", () => {
    const most = new Map(
      Object.entries(en).map(([key, text]) => [
        key.replace(/_(one|other)$/, ""),
        Math.max(0, ...signs(text).map((sign) => Number(sign.slice(1)) || 0)),
      ]),
    );
    const calls = sources.flatMap((path) =>
      messageCallsIn(path, read(path)).map((call) => ({ path, ...call })),
    );
    expect(calls.length).toBeGreaterThan(300);
    // The number of a plural is its first value; "1 box" says it without.
    const faults = calls.filter(({ key, values }) => {
      const places = most.get(key) ?? 0;
      return places !== values && !(`${key}_other` in en && values === 1);
    });
    expect(faults).toEqual([]);
  });

  test("is not said while a module loads, before the language is known", () => {
    const early = sources.flatMap((path) =>
      messageCallsIn(path, read(path)).flatMap(({ key, isAtLoad }) => (isAtLoad ? [{ path, key }] : [])),
    );
    expect(early).toEqual([]);
    const [first, second] = messageCallsIn(
      "some.ts",
      'const a = t("card_copy"); const b = () => t("card_copied");',
    );
    expect([first?.isAtLoad, second?.isAtLoad]).toEqual([true, false]);
  });

  test("that a page marks is one", () => {
    expect([...marked].filter((key) => !(key in en))).toEqual([]);
  });
});

describe("what is translated", () => {
  const isTranslated = (path: string): boolean =>
    translatedPlaces.some((place) => path.startsWith(place)) && !putOver.has(path);

  test("says nothing but by its key", () => {
    const faults = [
      ...sources
        .filter(isTranslated)
        .flatMap((path) => saidInCode(path, read(path)).map((text) => ({ path, text }))),
      ...pages.filter(isTranslated).flatMap((path) => saidInHtml(read(path)).map((text) => ({ path, text }))),
    ].filter(({ path, text }) => alike[path]?.includes(text) !== true);
    expect(faults).toEqual([]);
  });

  test.each([
    ['say("The check failed.")', ["The check failed."]],
    ['h("p", {}, "Options")', ["Options"]],
    ["say(`Wait ${n} seconds`)", ["Wait ", " seconds"]],
    ['h("p", { title: "Press here" })', ["Press here"]],
    ['h("p", { class: "soft note" }, t("card_copy"))', []],
    ['if (event.key === "Enter") throw new Error("no such thing");', []],
    ['box.querySelector("button, input")', []],
  ])("%s is seen for what it is", (code, said) => {
    expect(saidInCode("some.ts", code)).toEqual(said);
  });

  test.each([
    ["<p>Press here</p>", ["Press here"]],
    ['<p data-t="a_key"></p><h1>ReplyGuard</h1>', []],
    ['<a aria-label="Close">✕</a><title>ReplyGuard: record</title>', ["Close", "ReplyGuard: record"]],
  ])("%s as well", (html, said) => {
    expect(saidInHtml(html)).toEqual(said);
  });
});
