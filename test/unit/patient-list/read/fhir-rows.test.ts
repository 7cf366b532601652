import { describe, expect, test } from "vitest";
import { readAll } from "./reading.ts";

const person = (id: string, given: string): object => ({
  resourceType: "Patient",
  id,
  name: [{ given: [given], family: "Doe" }],
});
const lines = (...resources: object[]): string => resources.map((one) => `${JSON.stringify(one)}\n`).join("");
const bundle = (...resources: object[]): object => ({
  resourceType: "Bundle",
  entry: resources.map((resource) => ({ resource })),
});

describe("patients of FHIR", () => {
  test("two ids are two people, however alike; the same entry again is a repeat", async () => {
    const {
      lines: at,
      repeated,
      source,
    } = await readAll(JSON.stringify(bundle(person("1", "Jane"), person("2", "Jane"), person("1", "Jane"))));
    expect(at).toEqual([1, 2]);
    expect(repeated).toEqual([{ line: 3, repeats: 1 }]);
    expect(source.rowsAre).toBe("entries");
    expect((await readAll(lines(person("1", "Jane")))).source.rowsAre).toBe("lines");
  });

  test("characters that were lost are remarked on", async () => {
    expect((await readAll(lines(person("1", "Ren\uFFFD")))).remarks).toEqual([
      "1 characters of the file are broken. Names with accents may be wrong: export the list again as UTF-8.",
    ]);
  });
});
