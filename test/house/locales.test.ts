import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { choices } from "../../src/contract/choices.ts";
import { meaningOf } from "../../src/contract/meanings.ts";
import { declared } from "../../src/contract/policy.ts";
import { identifiers } from "../../src/engine/identifiers/index.ts";
import { reasons } from "../../src/engine/model/reasons.ts";
import { whyOf } from "../../src/engine/patients/reasons.ts";
import { fault } from "../../src/engine/recognize.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { en } from "../../src/locales/en.ts";
import { es } from "../../src/locales/es.ts";
import { esDeclared } from "../../src/locales/es-declared.ts";
import { useCatalog } from "../../src/platform/i18n.ts";
import { sourceWords, whyWords } from "../../src/platform/words.ts";
import { literalsIn, saidInCode, saidInHtml, sentencesIn } from "./said.ts";
import ruleCatalog from "../../src/pages/options/rule-catalog.json" with { type: "json" };
import { filesUnder, isCode, read, root } from "./repository.ts";

/** In these nothing is said but by its key. */
const translatedPlaces = [
  "src/content/",
  "src/background/watch.ts",
  "src/pages/popup/",
  "src/pages/shared/",
  "src/pages/policy/",
  "src/pages/options/",
];
/** Workers of a page have no browser to ask: what they say in English the page puts over, like what is declared. */
const putOver = "src/pages/options/patients/list-work.ts";

/** Said in every language alike, or to no person: by file, with the reason. */
const alike: Readonly<Record<string, readonly string[]>> = {
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

/** What these say in English, people read on pages. */
const declaring = [
  ...["detect", "index", "decode", "excel", "source", "to-person", "table", "vcard", "delimited", "fhir"].map(
    (name) => `src/patient-list/read/${name}.ts`,
  ),
  ...["passphrase", "problem-words"].map((name) => `src/patient-list/${name}.ts`),
  ...["calendar-day", "host-problem", "path-problem", "policy-file", "read-value", "written-text"].map(
    (name) => `src/contract/${name}.ts`,
  ),
  ...["fault-words", "look-at-policy", "placed-json"].map((name) => `src/policy-file/${name}.ts`),
  "src/background/policy-faults.ts",
  "src/pages/options/patients/list-work.ts",
];
/** Names, and parts of sentences whose whole forms have their Spanish. */
const notDeclared = new Set([
  "UTF-16 LE",
  "UTF-16 BE",
  "Invalid input",
  "levels.$1",
  "must be at $1 $2",
  "must have at $1 $2 $3",
  "is not written as $1 is",
  "the $1 that can be used$2",
  ", those listed before among them",
]);

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

  test("that a page marks is one", () => {
    expect([...marked].filter((key) => !(key in en))).toEqual([]);
  });
});

describe("what is translated", () => {
  const isTranslated = (path: string): boolean =>
    translatedPlaces.some((place) => path.startsWith(place)) && path !== putOver;

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

describe("what is declared in English", () => {
  const missing = (texts: readonly string[]): string[] =>
    texts.filter((text) => !Object.hasOwn(esDeclared, text) && !Object.hasOwn(esDeclared, `${text}.`));

  test("has its Spanish, of the settings", () => {
    const words = Object.values(declared).flatMap(({ title, words }) => [title, words]);
    const meanings = choices.flatMap((choice) => choice.values.map((value) => meaningOf(choice, value)));
    expect(words.length + meanings.length).toBeGreaterThan(100);
    expect(missing([...new Set([...words, ...meanings])])).toEqual([]);
  });

  test("has its Spanish, of the rules' names", () => {
    expect(missing(ruleCatalog.rules.map(({ title }) => title))).toEqual([]);
  });

  test.each(declaring)("has its Spanish, of what is said by %s", (path) => {
    const said = sentencesIn(path, read(path)).filter((text) => !notDeclared.has(text));
    expect(said.length).toBeGreaterThan(0);
    expect(missing(said)).toEqual([]);
  });

  test("keeps its values", () => {
    const faults = Object.entries(esDeclared).filter(
      ([english, spanish]) => places(english) !== places(spanish),
    );
    expect(faults).toEqual([]);
  });
});

describe("a reason in Spanish", () => {
  beforeAll(() => useCatalog(es));
  afterAll(() => useCatalog(undefined));

  const forms = Object.keys({
    email: 0,
    phone: 0,
    handle: 0,
    full: 0,
    nickname: 0,
    reversed: 0,
    "handle-of-names": 0,
    misspelled: 0,
    "record-number": 0,
    "birth-date": 0,
    "handle-of-initial": 0,
    "given-initial": 0,
    "initial-family": 0,
    "titled-family": 0,
    given: 0,
    "misspelled-given": 0,
    family: 0,
  } satisfies Record<Parameters<typeof whyOf>[0]["form"], 0>) as Parameters<typeof whyOf>[0]["form"][];
  const given = [
    ...[...identifiers, ...rules].map(({ id, why }) => ({ rule: id, why })),
    ...Object.entries(reasons).map(([category, { why }]) => ({ rule: `scorer-${category}`, why })),
    { rule: fault.rule, why: fault.why },
    ...forms.flatMap((form) =>
      [false, true].flatMap((hidden) =>
        ([undefined, "care", "answered"] as const).map((beside) => ({
          rule: "patient-list",
          why: whyOf({ form, hidden, start: 0, end: 0 } as unknown as Parameters<typeof whyOf>[0], beside),
        })),
      ),
    ),
  ];

  test("is there for each that the engine may give", () => {
    const missing = given.filter(({ rule, why }) => whyWords(rule, why) === why);
    expect(missing).toEqual([]);
    expect(new Set(given.map(({ rule, why }) => whyWords(rule, why))).size).toBeGreaterThan(100);
  });

  test("tells what the English tells of a match with the list", () => {
    const match = { form: "full", hidden: true } as unknown as Parameters<typeof whyOf>[0];
    expect(whyWords("patient-list", whyOf(match, "care"))).toBe(
      "Esto se parece a un dato de alguien de la lista de pacientes: nombre completo, escrito de forma oculta, junto a palabras sobre la atención. Ponerlo aquí revela que es paciente.",
    );
  });

  test("is the practice's own where the practice has given one", () => {
    expect(whyWords("always-stopped", "Dr. Rivera answers these.")).toBe("Dr. Rivera answers these.");
    expect(sourceWords("Your practice's own policy")).toBe("La política de su propio consultorio");
    expect(sourceWords("45 CFR 164.508(a)")).toBe("45 CFR 164.508(a)");
  });

  test("is of a rule that there is", () => {
    const others = ["always-stopped", "attachment", "full-name", "initials", "surname", "name-not-shown"];
    const found = new Set([...given.map(({ rule }) => rule), ...others]);
    const known = new Set([...found].map((id) => `rules_${id.replaceAll("-", "_")}_why`));
    const keys = Object.keys(messagesOf("es", "rules")).filter((key) => key.endsWith("_why"));
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
    expect([...known].filter((key) => !keys.includes(key))).toEqual([]);
  });
});
