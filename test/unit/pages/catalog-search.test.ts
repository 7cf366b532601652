import { describe, expect, test } from "vitest";
import type { CatalogRule } from "../../../src/contract/catalog.ts";
import { matches, toSearchable } from "../../../src/pages/options/catalog-search.ts";

const rule: CatalogRule = {
  id: "birth-date",
  title: "Birth date",
  category: "identifier",
  confidence: "likely",
  why: "A birth date points to one person’s chart.",
  source: "45 CFR 164.514(b)(2)(i)(C)",
  stops: [{ text: "Your «DOB 3/14/1971» is on the form.", answering: "¿Cuándo es la cita?" }],
  passes: [{ text: "Happy birthday, Maya!" }],
};
const finds = (query: string): boolean => matches(toSearchable(rule), query);

describe("a search of the catalog", () => {
  test.each([
    "",
    "  ",
    "birth",
    "BIRTH date",
    "date birth",
    "identifying",
    "164.514(b)",
    "DOB 3/14/1971 is",
    "maya",
    "cuando",
    "person's",
    "(2)",
  ])("finds by “%s”", (query) => expect(finds(query)).toBe(true));

  test.each(["irth", "birth payment", "maya!!", "«"])("does not find by “%s”", (query) =>
    expect(finds(query)).toBe(false),
  );
});
