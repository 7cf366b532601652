import { describe, expect, it, vi } from "vitest";
import type { Carried } from "../../../../src/content/media/finds.ts";
import { createKnownFiles, summaryOf, wordsOfName } from "../../../../src/content/media/known-files.ts";

const photo = (name: string): File => new File([], name, { type: "image/jpeg" });
const carried = (kinds: Carried["kinds"], texts: string[] = [], isWhole = true): Carried => ({
  kinds,
  texts,
  isWhole,
});

/** Files whose reading ends when the test says so. */
function reading() {
  const ends: ((what: Carried) => void)[] = [];
  let changes = 0;
  const known = createKnownFiles(
    () => new Promise((resolve) => void ends.push(resolve)),
    () => void (changes += 1),
  );
  const end = async (what: Carried): Promise<void> => {
    const before = changes;
    await vi.waitUntil(() => ends.length > 0, { interval: 1 });
    ends.shift()?.(what);
    await vi.waitUntil(() => changes > before, { interval: 1 });
  };
  return { known, end, waiting: () => ends.length };
}

describe("known files", () => {
  it("are unseen, then being read, then known, one after the other", async () => {
    const { known, end, waiting } = reading();
    const first = { kind: "image", name: "a.jpg" } as const;
    expect(known.of(first)).toBe("unseen");
    known.add([photo("a.jpg"), photo("b.jpg")]);
    await Promise.resolve();
    expect(known.of(first)).toBe("reading");
    expect(waiting()).toBe(1);
    await end(carried(["place"]));
    expect(known.of(first)).toEqual(carried(["place"]));
    expect(known.of({ kind: "image", name: "b.jpg" })).toBe("reading");
  });

  it("of one name are one: what either carries counts, and what could not be read of either", async () => {
    const { known, end } = reading();
    known.add([photo("image.png"), photo("image.png")]);
    await Promise.resolve();
    await end(carried(["place"], ["A"], false));
    await end(carried(["time"], ["B"]));
    expect(known.of({ kind: "image", name: "image.png" })).toEqual(
      carried(["place", "time"], ["A", "B"], false),
    );
  });

  it("are forgotten, the oldest first", async () => {
    const { known, end } = reading();
    known.add(Array.from({ length: 201 }, (_, at) => photo(`${at}.jpg`)));
    await Promise.resolve();
    for (let at = 0; at < 201; at++) await end(carried([]));
    expect(known.of({ kind: "image", name: "0.jpg" })).toBe("unseen");
    expect(known.of({ kind: "image", name: "200.jpg" })).toEqual(carried([]));
  });

  it("are summed up: what is not known is never taken for nothing", () => {
    expect(
      summaryOf([
        "unseen",
        "reading",
        carried([], [], false),
        carried(["time", "place"], ["A"]),
        carried(["place"]),
      ]),
    ).toEqual({
      reading: 1,
      unseen: 1,
      unread: 1,
      carrying: 2,
      kinds: ["place", "time"],
      texts: ["A"],
    });
  });
});

it.each([
  ["maria_gomezBefore-2.jpg", "maria gomez Before 2"],
  ["IMG_2041.HEIC", "IMG 2041"],
  [".jpg", ""],
  ["José.Peña+crown.png", "José Peña crown"],
])("%s is read as %s", (name, words) => {
  expect(wordsOfName(name)).toBe(words);
});
