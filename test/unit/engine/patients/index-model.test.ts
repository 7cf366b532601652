import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildIndex,
  decodeIndex,
  editIndex,
  encodeIndex,
  newIndex,
  nobody,
} from "../../../../src/engine/patients/index.ts";
import type { Person, SerializedIndex } from "../../../../src/engine/patients/index.ts";
import { makeReader } from "../../../../src/engine/patients/reader.ts";
import { key, modelOf, person, persons } from "./invented.ts";

const once = (index: SerializedIndex): SerializedIndex => {
  const decoded = decodeIndex(encodeIndex(index));
  if (!decoded) throw new Error("what was encoded is not decoded");
  return decoded;
};
const bytesOf = (people: readonly Person[]): Uint8Array => encodeIndex(buildIndex(people, key, "list"));
/** Element by element, `toEqual` takes most of the time of these tests. */
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
const jane = { ...nobody, given: "Jane", family: "Doerfler" };
const contacts = ["h", "t", "e", "m"] as const;

describe("an index that was built, encoded and decoded", () => {
  it("answers as a plain model does, for any people", () => {
    fc.assert(
      fc.property(persons(), persons(3), (people, strangers) => {
        const model = modelOf(people);
        const reader = makeReader(once(buildIndex(people, key, "list")));
        const others = modelOf(strangers);
        for (const text of [...model.given, ...model.family, ...others.given, ...others.family].map(
          ([part]) => part,
        )) {
          const { given = 0, family = 0 } = reader.part(text) ?? {};
          expect([text, given, family]).toEqual([
            text,
            model.given.get(text) ?? 0,
            model.family.get(text) ?? 0,
          ]);
        }
        for (const form of [...model.forms.keys(), ...others.forms.keys()]) {
          const [kind = "", first = "", last = ""] = form.split(" ");
          const contact = contacts.find((one) => one === kind);
          const text = form.slice(2);
          const keyOf = (part: string) => reader.part(part)?.key ?? { high: 0, low: 0 };
          const count =
            kind === "p"
              ? reader.pair("p", keyOf(first), keyOf(last))
              : kind === "i"
                ? reader.pair("i", reader.initial(first), keyOf(last))
                : kind === "g"
                  ? reader.pair("g", keyOf(first), reader.initial(last))
                  : contact
                    ? reader.contact(contact, text)
                    : reader.birthDate(text);
          expect([form, count]).toEqual([form, model.forms.get(form) ?? 0]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is the same whatever the order of its people", () => {
    fc.assert(
      fc.property(
        persons().chain((people) =>
          fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
        ),
        ([people, shuffled]) => {
          expect(same(bytesOf(shuffled), bytesOf(people))).toBe(true);
        },
      ),
    );
  });

  it("is the same in two steps as at once, but for those who were listed already", () => {
    fc.assert(
      fc.property(persons(), persons(), (before, after) => {
        const builder = editIndex(once(buildIndex(before, key, "first")));
        const added = after.filter((one) => builder.add(one) === "added");
        expect(same(encodeIndex(builder.finish("list")), bytesOf([...before, ...added]))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps everybody when the same list is added again", () => {
    fc.assert(
      fc.property(persons(), (people) => {
        const index = buildIndex(people, key, "list");
        const builder = editIndex(once(index));
        for (const one of people) expect(builder.add(one)).not.toBe("added");
        expect(same(encodeIndex(builder.finish("list")), encodeIndex(index))).toBe(true);
      }),
    );
  });

  it("forgets whoever is added and removed, without a trace", () => {
    fc.assert(
      fc.property(persons(), person, fc.boolean(), (people, one, isEdited) => {
        const before = newIndex(key);
        for (const other of people) before.add(other);
        const builder = isEdited ? editIndex(once(before.finish("x"))) : before;
        if (builder.add(one) !== "added") return;
        expect(builder.remove(one).missing).toBe(0);
        expect(same(encodeIndex(builder.finish("list")), bytesOf(people))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("stays as it is when somebody is removed who was never on it", () => {
    const builder = editIndex(buildIndex([jane], key, "list"));
    const missing = {
      ...nobody,
      given: "Jane",
      family: "Dorfler",
      handles: ["@janed"],
      phones: ["310-555-0171"],
    };
    expect(builder.remove(missing)).toEqual({ found: 0, missing: 3 });
    expect(same(encodeIndex(builder.finish("list")), bytesOf([jane]))).toBe(true);
  });
});

describe("a builder", () => {
  const known = { ...jane, phones: ["310-555-0171"], birthDates: ["1990-07-02"] };

  it("tells who is added, who is listed, and who cannot be found by anything", () => {
    const builder = newIndex(key);
    expect(builder.add(known)).toBe("added");
    expect(builder.add({ ...known, given: "JANE", phones: ["(310) 555 0171"] })).toBe("listed");
    expect(builder.add({ ...nobody, given: "…", phones: ["911"] })).toBe("nameless");
    expect(builder.add({ ...nobody, handles: ["@jdoerf_92"] })).toBe("added");
    expect(builder.people).toBe(2);
    const more = editIndex(builder.finish("list"));
    expect(more.add(jane)).toBe("listed");
    expect(more.add({ ...nobody, handles: ["@jdoerf_92"] })).toBe("listed");
    expect(more.add({ ...jane, phones: ["310-555-0172"] })).toBe("added");
    expect(more.add({ ...nobody, given: "Jane" })).toBe("listed");
    expect(more.people).toBe(3);
  });

  it("takes back whoever left and came again", () => {
    const builder = editIndex(buildIndex([known], key, "list"));
    expect(builder.remove(known)).toEqual({ found: 3, missing: 0 });
    expect(builder.people).toBe(0);
    expect(builder.add(known)).toBe("added");
    expect(same(encodeIndex(builder.finish("list")), bytesOf([known]))).toBe(true);
  });

  it("leaves the others who share a name, an initial or a phone", () => {
    const john = { ...nobody, given: "John", family: "Doerfler", phones: known.phones };
    const builder = editIndex(buildIndex([known, john], key, "list"));
    builder.remove(known);
    const reader = makeReader(builder.finish("list"));
    const doerfler = reader.part("doerfler");
    expect(reader.part("jane")).toBeUndefined();
    expect(doerfler?.family).toBe(1);
    expect(reader.pair("i", reader.initial("j"), doerfler?.key ?? { high: 0, low: 0 })).toBe(1);
    expect(reader.contact("t", "3105550171")).toBe(1);
    expect(reader.birthDate("1990-07-02")).toBe(0);
  });

  it("counts to 255 and stays there, since nobody knows how many more there were", () => {
    const numbered = (at: number): Person => ({ ...jane, recordNumbers: [`HV-${10000 + at}`] });
    const builder = newIndex(key);
    for (let at = 0; at < 300; at++) builder.add(numbered(at));
    for (let at = 0; at < 290; at++) builder.remove(numbered(at));
    const reader = makeReader(once(builder.finish("list")));
    expect(builder.people).toBe(10);
    expect(reader.part("jane")?.given).toBe(255);
    expect(reader.contact("m", "hv10000")).toBe(0);
    expect(reader.contact("m", "hv10295")).toBe(1);
  });

  it("goes on after it has given an index", () => {
    const builder = newIndex(key);
    builder.add(jane);
    const first = builder.finish("list");
    builder.add(known);
    expect(same(encodeIndex(first), bytesOf([jane]))).toBe(true);
    expect(same(encodeIndex(builder.finish("list")), bytesOf([jane, known]))).toBe(true);
  });
});
