import { describe, expect, test } from "vitest";
import { fold } from "../../../src/engine/normalize.ts";
import { openIndex, nobody } from "../../../src/engine/patients/index.ts";
import type { FromWorker, OpenList, ToWorker } from "../../../src/pages/options/patients/jobs.ts";
import { createWork } from "../../../src/pages/options/patients/list-work.ts";
import { fromBase64 } from "../../../src/patient-list/bytes.ts";
import { openSealed, unlockList } from "../../../src/patient-list/open-sealed.ts";

const passphrase = "four quiet herons nest";
const now = Date.UTC(2026, 10, 24);
const list =
  "given,family,handle,phone\nOttilie,Quarrington,@otti_q,310-555-0142\nOttokar,Brandstrom,,\n,,,310-555-0143\n";

/** A store in memory, and a worker's work on it: the same code, without a thread of its own. */
function desk() {
  const files = new Map<string, Uint8Array>();
  const said: FromWorker[] = [];
  const start = () => {
    const work = createWork({
      store: {
        readPatients: async (id) => {
          const file = files.get(id);
          return file && { id, file };
        },
        addPatients: async ({ id, file }) => void files.set(id, file),
      },
      say: (message) => said.push(message),
      now: () => now,
    });
    return async <K extends FromWorker["say"]>(
      message: ToWorker,
      say: K,
    ): Promise<Extract<FromWorker, { say: K }>> => {
      await work(message);
      const last = said.at(-1);
      if (last?.say !== say) throw new Error(`said ${JSON.stringify(last)}`);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its kind has just been compared
      return last as Extract<FromWorker, { say: K }>;
    };
  };
  return { files, said, start };
}

const fileOf = (text: string, name = "list.csv"): File => new File([text], name);

async function imported(text = list, at = desk()) {
  const ask = at.start();
  const { preview } = await ask({ do: "open", file: fileOf(text) }, "opened");
  const columns = preview.columns.map(({ field }) => field);
  const { report } = await ask(
    { do: "build", plan: { columns, expires: null, how: "new", locks: { passphrase } } },
    "built",
  );
  const { taken } = await ask({ do: "store" }, "stored");
  const key = fromBase64(taken.key);
  if (!key) throw new Error("no key");
  const open: OpenList = { id: taken.id, key };
  return { at, report, preview, open };
}

async function matches({ files }: ReturnType<typeof desk>, { id, key }: OpenList, text: string) {
  const opened = await openSealed(files.get(id) ?? new Uint8Array(), key, now);
  if ("problem" in opened) throw new Error(opened.problem);
  return openIndex(opened.index).find(fold(text)).length;
}

describe("a chosen file", () => {
  test("becomes a sealed list in the store, and a report", async () => {
    const { at, report, preview, open } = await imported();
    expect(preview.columns.map(({ field }) => field)).toEqual(["given", "family", "handles", "phones"]);
    expect(report).toMatchObject({ rows: 3, people: 2, added: 2, listed: 0, leftOutRows: 1 });
    expect(report.leftOut).toEqual([{ line: 4, words: "has no name" }]);
    expect(await report.details?.text()).toBe('line,outcome,reason\r\n4,left out,"has no name"\r\n');
    expect(await matches(at, open, "Thank you Ottilie Quarrington!")).toBe(1);
    expect(await unlockList(at.files.get(open.id) ?? new Uint8Array(), { passphrase })).toEqual({
      key: open.key,
    });
  });

  test("is not spoken of by name after the preview", async () => {
    const { at } = await imported();
    const later = JSON.stringify(at.said.filter(({ say }) => say !== "opened"));
    expect(later).not.toMatch(/ottilie|quarrington|otti_q|5550142/i);
  });

  test("larger than can be read is refused before it is read", async () => {
    const large = fileOf(list);
    Object.defineProperty(large, "size", { value: 3 * 1024 ** 3 });
    // A browser gives no more than 2 GB at once.
    Object.defineProperty(large, "arrayBuffer", {
      value: () => Promise.reject(new Error("NotReadableError")),
    });
    const { problem } = await desk().start()({ do: "open", file: large }, "failed");
    expect(problem).toContain("larger than 512 MB");
  });

  test("is not stored before it is asked for", async () => {
    const at = desk();
    const ask = at.start();
    await ask({ do: "open", file: fileOf(list) }, "opened");
    await ask(
      {
        do: "build",
        plan: {
          columns: ["given", "family", undefined, undefined],
          expires: null,
          how: "new",
          locks: { passphrase },
        },
      },
      "built",
    );
    expect(at.files.size).toBe(0);
  });

  test.each([
    ['given,family\nOttilie,"Quarrington\n', "list.csv", /^Line 2: /],
    ["", "list.csv", /empty/],
    ["RGLIST\0\0", "list.rgl", /^The sealed list is damaged/],
    ["given,family\n", "list.rgl", /^This file is not a sealed patient list/],
  ])("that is no good fails in words, and quotes nothing: %j", async (text, name, words) => {
    const at = desk();
    const { problem } = await at.start()({ do: "open", file: fileOf(text, name) }, "failed");
    expect(problem).toMatch(words);
    expect(problem).not.toMatch(/Quarrington|Ottilie/);
    expect(at.files.size).toBe(0);
  });

  test("whose reading throws is said to have failed, without the words of the error", async () => {
    const at = desk();
    const file = fileOf(list);
    file.arrayBuffer = () => Promise.reject(new Error("Ottilie Quarrington could not be read"));
    const { problem } = await at.start()({ do: "open", file }, "failed");
    expect(problem).not.toContain("Ottilie");
  });
});

describe("a list that is open", () => {
  test("is added to under its key: whoever is there already is not counted twice", async () => {
    const { at, open } = await imported();
    const ask = at.start();
    await ask({ do: "open", file: fileOf(`${list}Philippa,Osterhagen,,\n`) }, "opened");
    const columns = ["given", "family", "handles", "phones"] as const;
    const { report } = await ask(
      { do: "build", plan: { columns, expires: null, how: "add", open } },
      "built",
    );
    expect(report).toMatchObject({ people: 3, added: 1, listed: 2 });
    const { taken } = await ask({ do: "store" }, "stored");
    expect(taken.id).not.toBe(open.id);
    expect(taken.base).toBe(open.id);
    expect(fromBase64(taken.key)).toEqual(open.key);
    const next = { id: taken.id, key: open.key };
    expect(await matches(at, next, "Philippa Osterhagen and Ottilie Quarrington")).toBe(2);
    expect(await unlockList(at.files.get(taken.id) ?? new Uint8Array(), { passphrase })).toEqual({
      key: open.key,
    });
  });

  test("is replaced under its key, and the people before are gone", async () => {
    const { at, open } = await imported();
    const ask = at.start();
    await ask({ do: "open", file: fileOf("given,family\nPhilippa,Osterhagen\n") }, "opened");
    await ask(
      { do: "build", plan: { columns: ["given", "family"], expires: null, how: "replace", open } },
      "built",
    );
    const { taken } = await ask({ do: "store" }, "stored");
    const next = { id: taken.id, key: open.key };
    expect(await matches(at, next, "Philippa Osterhagen")).toBe(1);
    expect(await matches(at, next, "Ottilie Quarrington")).toBe(0);
  });

  test("is not opened by another key, and stays as it is", async () => {
    const { at, open } = await imported();
    const before = at.files.get(open.id);
    const { problem } = await at.start()(
      { do: "look", open: { ...open, key: new Uint8Array(32) }, person: nobody },
      "failed",
    );
    expect(problem).toContain("altered");
    expect(at.files.get(open.id)).toBe(before);
  });

  test("says of a person way by way what it has, and is not changed by the question", async () => {
    const { at, open } = await imported();
    const person = {
      ...nobody,
      given: "Ottilie",
      family: "Quarrington",
      handles: ["@otti_q", "@someone_else"],
      phones: ["(310) 555-0142"],
      emails: ["o.quarrington@inbox.example"],
    };
    const { found } = await at.start()({ do: "look", open, person }, "looked");
    expect(found.map(({ way, isListed, people }) => [way, isListed, people])).toEqual([
      ["name", true, 1],
      ["handle", true, undefined],
      ["handle", false, undefined],
      ["phone", true, undefined],
      ["email", false, undefined],
    ]);
    expect(at.files.size).toBe(1);
  });

  test("takes one person in and lets one go, under the same key", async () => {
    const { at, open } = await imported();
    const person = { ...nobody, given: "Wilmette", family: "Abercrombie", handles: ["@billie_abc"] };
    const ask = at.start();
    const added = await ask({ do: "edit", open, person, how: "add" }, "edited");
    expect(added.outcome).toMatchObject({ isSame: false, people: 3 });
    const { taken } = await ask({ do: "store" }, "stored");
    const next = { id: taken.id, key: open.key };
    expect(await matches(at, next, "Wilmette Abercrombie")).toBe(1);

    const again = await at.start()({ do: "edit", open: next, person, how: "add" }, "edited");
    expect(again.outcome).toMatchObject({ isSame: true, people: 3 });

    const asked = at.start();
    const removed = await asked({ do: "edit", open: next, person, how: "remove" }, "edited");
    expect(removed.outcome).toMatchObject({ isSame: false, people: 2, missing: 0 });
    const last = (await asked({ do: "store" }, "stored")).taken;
    expect(await matches(at, { id: last.id, key: open.key }, "Wilmette Abercrombie @billie_abc")).toBe(0);
    expect(await matches(at, { id: last.id, key: open.key }, "Ottilie Quarrington")).toBe(1);
  });

  test("removing somebody who is not there changes nothing, and nothing can be stored", async () => {
    const { at, open } = await imported();
    const ask = at.start();
    const person = { ...nobody, given: "Nobody", family: "Whatsoever" };
    const { outcome } = await ask({ do: "edit", open, person, how: "remove" }, "edited");
    expect(outcome).toMatchObject({ isSame: true, people: 2 });
    await ask({ do: "store" }, "failed");
    expect(at.files.size).toBe(1);
  });

  test("gets a new passphrase and a managed key; the old passphrase opens it no more", async () => {
    const { at, open } = await imported();
    const ask = at.start();
    const managedKey = new Uint8Array(32).fill(7);
    await ask(
      { do: "rekey", open, locks: { passphrase: "five loud geese fly off", managedKey }, expires: null },
      "rekeyed",
    );
    const { taken } = await ask({ do: "store" }, "stored");
    const file = at.files.get(taken.id) ?? new Uint8Array();
    expect(taken.key).not.toBe(open.key);
    expect(await unlockList(file, { passphrase })).toEqual({ problem: "wrong-passphrase" });
    expect(await unlockList(file, { managedKey })).toEqual({ key: fromBase64(taken.key) });
    expect(await unlockList(file, { passphrase: "five loud geese fly off" })).toEqual({
      key: fromBase64(taken.key),
    });
  });
});

describe("a sealed file", () => {
  test("tells its header, refuses a wrong passphrase, and is stored as it is", async () => {
    const { at, open } = await imported();
    const bytes = new Uint8Array(at.files.get(open.id) ?? []);
    const there = desk();
    const ask = there.start();
    const { file } = await ask({ do: "open", file: new File([bytes], "list.rgl") }, "sealed");
    expect(file).toEqual({
      name: "list.rgl",
      created: now,
      expires: null,
      bucket: "up to 100",
      locks: ["passphrase"],
    });
    const wrong = await ask(
      { do: "unlock", secret: { passphrase: "four quiet herons rest" } },
      "wrong-secret",
    );
    expect(wrong.problem).toBe("wrong-passphrase");
    expect((await ask({ do: "unlock", secret: { passphrase } }, "unlocked")).people).toBe(2);
    const { taken } = await ask({ do: "store" }, "stored");
    expect(taken.id).toBe(open.id);
    expect(there.files.get(taken.id)).toEqual(bytes);
  });
});
