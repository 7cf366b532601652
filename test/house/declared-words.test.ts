import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { choices } from "../../src/contract/choices.ts";
import { meaningOf } from "../../src/contract/meanings.ts";
import { declared } from "../../src/contract/policy.ts";
import { identifiers } from "../../src/engine/identifiers/index.ts";
import { reasons } from "../../src/engine/model/reasons.ts";
import { whyOf } from "../../src/engine/patients/reasons.ts";
import { fault } from "../../src/engine/recognize.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { es } from "../../src/locales/es.ts";
import esRules from "../../src/locales/es/rules.json" with { type: "json" };
import { esDeclared } from "../../src/locales/es-declared.ts";
import ruleCatalog from "../../src/pages/options/rule-catalog.json" with { type: "json" };
import { declaredWords, useDeclared } from "../../src/platform/declared-words.ts";
import { useCatalog } from "../../src/platform/i18n.ts";
import { sourceWords, whyWords } from "../../src/platform/words.ts";
import { read } from "./repository.ts";
import { sentencesIn } from "./said.ts";

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
  "src/pages/audit/bring-in.ts",
  ...["fault", "read-line", "step-end", "step-entry", "step-seal", "survey", "verify", "walk"].map(
    (name) => `src/record/${name}.ts`,
  ),
  "src/record/evidence-words.ts",
  "src/contract/forwarding.ts",
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
  ", and tells so itself",
  "Line $1: $2: $3. $4",
]);

const signs = (text: string): string[] => text.match(/\$.?/g) ?? [];
const places = (text: string): string => [...new Set(signs(text))].toSorted().join(" ");

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

  test("is put over as itself, whatever else it looks like", () => {
    useDeclared(esDeclared);
    const filled = (text: string): string => text.replaceAll(/\$([1-9])/g, "7$1");
    const faults = Object.entries(esDeclared).filter(
      ([english, spanish]) => declaredWords(filled(english)) !== filled(spanish),
    );
    useDeclared(undefined);
    expect(faults).toEqual([]);
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

  test("cites in Spanish what is no name of a law or case", () => {
    const sources = [...identifiers, ...rules, ...Object.values(reasons)].map(({ source }) =>
      sourceWords(source),
    );
    expect(sources).toContain("45 CFR 160.103 (pago por la atención)");
    expect(sources.filter((source) => /\b(?:for|on|of|the)\b/.test(source))).toEqual([]);
  });

  test("is of a rule that there is", () => {
    const others = ["always-stopped", "attachment", "full-name", "initials", "surname", "name-not-shown"];
    const found = new Set([...given.map(({ rule }) => rule), ...others]);
    const known = new Set([...found].map((id) => `rules_${id.replaceAll("-", "_")}_why`));
    const keys = Object.keys(esRules).filter((key) => key.endsWith("_why"));
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
    expect([...known].filter((key) => !keys.includes(key))).toEqual([]);
  });
});
