import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { RecordEntry } from "../../../src/contract/record-entry.ts";
import { en } from "../../../src/locales/en.ts";
import { es } from "../../../src/locales/es.ts";
import { esDeclared } from "../../../src/locales/es-declared.ts";
import { fieldsInWords, pageWords, stateWords, whatWords } from "../../../src/pages/audit/entry-words.ts";
import { useDeclared } from "../../../src/platform/declared-words.ts";
import { useCatalog } from "../../../src/platform/i18n.ts";
import { caseStates, whats } from "../../../src/record/columns.ts";
import { fieldsOf } from "../../../src/record/export/fields.ts";
import type { Value } from "../../../src/record/export/fields.ts";
import { anyLine, lineOf, posted } from "../record/export/entries.ts";

function speakSpanish(): void {
  useCatalog(es);
  useDeclared(esDeclared);
}
afterEach(() => {
  useCatalog(en);
  useDeclared(undefined);
});

/** Fields whose values are words of closed sets. */
const closed = new Set(
  "testPassed filterSearched filterFold source change result what kept by state people carries filterWhat filterState filterSite filterSurface filterCategory".split(
    " ",
  ),
);
const elsewhere = new Set(["site", "surface", "categories", "rules", "outcome"]);

/** What is shown beside the field and value of the record that it is made from. */
const shownOf = (entry: RecordEntry) =>
  fieldsOf(entry)
    .filter(([name]) => !elsewhere.has(name))
    .map(([name, value], at) => ({ name, value, shown: fieldsInWords(entry)[at] ?? ["", ""] }));

/** Names of sites are the same in both languages, and how many people there are is said in words already. */
const alike = /^(?:facebook|instagram|yelp|google|realself|healthgrades|tiktok|x|up to .*|more than .*)$/i;
/** Codes that are shown as the record has them. */
function leftIn(value: Value, words: string): readonly string[] {
  const shown = words.split(", ");
  const codes = typeof value === "object" ? value : [String(value)];
  return codes.filter((code) => !alike.test(code) && shown.includes(code));
}

describe.each(["en", "es"] as const)("an entry in the words of the console (%s)", (language) => {
  it("says so where an authorization was attested without a reference", () => {
    if (language === "es") speakSpanish();
    const { reason: _, ...without } = { ...posted, outcome: "attested" as const };
    const none = language === "es" ? /ninguna referencia/ : /No reference/;
    const said = fieldsInWords(lineOf(without).entry).map(([, words]) => words);
    expect(said.filter((words) => none.test(words))).toHaveLength(1);
    const given = fieldsInWords(lineOf({ ...without, reason: "Folder B" }).entry).map(([, words]) => words);
    expect(given.filter((words) => none.test(words))).toEqual([]);
  });

  it("has a name for every field, and words for every code", () => {
    if (language === "es") speakSpanish();
    fc.assert(
      fc.property(anyLine, ({ entry }) => {
        const faults = shownOf(entry).filter(
          ({ name, value, shown: [field, words] }) =>
            field === "" || field === name || (closed.has(name) && leftIn(value, words).length > 0),
        );
        expect(faults).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe("the words of the console", () => {
  it("are other ones in Spanish, for every kind of entry and every state", () => {
    const english = [...whats.map(whatWords), ...caseStates.map(stateWords)];
    speakSpanish();
    const spanish = [...whats.map(whatWords), ...caseStates.map(stateWords)];
    expect(spanish.filter((words, at) => words === "" || words === english[at])).toEqual([]);
    expect(pageWords().labels.what["take-down"]).toBe("Respuesta retirada");
    expect(pageWords().ownSeat).toBe("Este navegador");
  });

  it("tell when the first lost entry was, and not where it stood", () => {
    const { entry } = lineOf({ kind: "lost", count: 2, from: Date.UTC(2026, 10, 26, 12) });
    expect(fieldsInWords(entry)).toEqual([
      ["How many", "2"],
      ["The first of them", expect.stringMatching(/^Nov 26, 2026, /)],
    ]);
  });

  it("translate what the practice room writes, and nothing that an officer has typed", () => {
    const topicOf = (topic: string): string | undefined =>
      fieldsInWords(lineOf({ kind: "training", topic, count: 3 }).entry)[0]?.[1];
    speakSpanish();
    expect(topicOf("Practice room test")).toBe("Prueba de la sala de práctica");
    expect(topicOf("Always")).toBe("Always");
  });
});
