// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { OfficerKeyFile } from "../../../src/contract/evidence.ts";
import type { EntryLine } from "../../../src/contract/record-entry.ts";
import { heldFor } from "../../../src/pages/audit/evidence-held.ts";
import { evidencePanel } from "../../../src/pages/audit/evidence-panel.ts";
import type { EvidencePanel, EvidenceUnlock } from "../../../src/pages/audit/evidence-panel.ts";
import { sha256Of } from "../../../src/patient-list/bytes.ts";
import { sealEvidence } from "../../../src/record/evidence.ts";
import type { EvidenceDraft } from "../../../src/record/evidence.ts";
import { toEvidenceLine } from "../../../src/record/evidence-file.ts";
import { newOfficerKey, officerKeyText } from "../../../src/record/evidence-key.ts";

const realTimeout = globalThis.setTimeout;
const passphrase = "four words are enough";
const seat = "00000000000000aa";
const draft: EvidenceDraft = {
  text: "Thank you, <b>Zephrina</b>!\nSee you",
  site: "facebook",
  surface: "review-reply",
  thread: { author: "Zephrina Quillhaven", text: "Loved my filler" },
  attachments: [{ kind: "image", name: "zephrina-before.jpg" }],
};
const names = /Zephrina|Quillhaven|filler|zephrina/;

let officer: OfficerKeyFile;
let other: OfficerKeyFile;
const sealed = new Map<number, Uint8Array>();
const lines: EntryLine[] = [];

beforeAll(async () => {
  [officer, other] = await Promise.all([newOfficerKey(passphrase, 0), newOfficerKey(passphrase, 0)]);
  for (const seq of [0, 1, 2]) {
    const id = `${seq}`.padStart(16, "0");
    const one = seq === 0 ? draft : { ...draft, text: "Another one" };
    const bytes = await sealEvidence(one, officer.publicKey, { seat, id });
    sealed.set(seq, bytes);
    const evidence = seq === 2 ? {} : { evidence: await sha256Of(bytes) };
    lines.push({
      hash: `${seq}`.repeat(64),
      entry: {
        kind: "attempt",
        seq,
        at: 0,
        seat,
        previous: "0".repeat(64),
        id,
        site: "facebook",
        surface: "review-reply",
        outcome: "stopped",
        categories: [],
        rules: [],
        length: one.text.length,
        ...evidence,
        policyVersion: "1",
        engineVersion: "1",
      },
    });
  }
});

let panel: EvidencePanel;
let recorded: EvidenceUnlock[];
let kept: Map<number, Uint8Array>;
let record: (unlock: EvidenceUnlock) => Promise<void>;
let clock: number;

beforeEach(() => {
  clock = 1_795_000_000_000;
  recorded = [];
  kept = new Map(sealed);
  record = async (unlock) => void recorded.push(unlock);
  panel = evidencePanel({
    readSealed: async ({ seq }) => kept.get(seq),
    record: (unlock) => record(unlock),
    now: () => clock,
  });
});
afterEach(() => {
  panel.lock();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const line = (seq: number): EntryLine => {
  const found = lines[seq];
  if (!found) throw new Error("no such entry");
  return found;
};
function choose(seq: number): void {
  const element = panel.show(line(seq));
  document.body.replaceChildren(...(element ? [element] : []));
}
const input = (id: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`#${id}`) ?? document.createElement("input");
const give = (id: string, file: File | undefined): void =>
  void Object.defineProperty(input(id), "files", { value: file ? [file] : [], configurable: true });
const keyFile = (file: OfficerKeyFile): File => new File([officerKeyText(file)], "officer.key");
const page = (): string => document.body.textContent;
const said = (): string => document.querySelector(".status")?.textContent ?? "";

/** Submits, and waits until the button can be pressed again. */
async function submit(): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>("button[type=submit]");
  document.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  expect(button?.disabled).toBe(true);
  // Not `vi.waitFor`, which moves false timers on.
  const isBusy = (): boolean => button?.disabled === true;
  while (isBusy()) await new Promise((resolve) => realTimeout(resolve, 5));
}
async function unlock(seq: number, file = officer, by = passphrase): Promise<void> {
  choose(seq);
  give("evidence-key", keyFile(file));
  input("evidence-passphrase").value = by;
  await submit();
}
const pressed = (label: string): void =>
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label)?.click();

describe("the sealed draft in the console", () => {
  test("an entry without evidence has no panel", () => {
    expect(panel.show(line(2))).toBeUndefined();
  });

  test("is opened with key file and passphrase, as text, once that is on record", async () => {
    let shownBefore: string | undefined;
    record = async (unlock) => {
      shownBefore = page();
      recorded.push(unlock);
    };
    await unlock(0);
    expect(shownBefore).not.toMatch(names);
    expect(recorded).toEqual([{ result: "opened", subject: { seat, seq: 0, hash: line(0).hash } }]);
    const texts = [...document.querySelectorAll("blockquote")].map(({ textContent }) => textContent);
    expect(texts).toEqual([draft.text, "Loved my filler"]);
    expect(document.querySelector("blockquote b")).toBeNull();
    expect(page()).toContain("What it answers, by Zephrina Quillhaven");
    expect(page()).toContain("zephrina-before.jpg (image)");
    expect(input("evidence-passphrase").value).toBe("");
  });

  test("is not shown where it cannot be put on record", async () => {
    record = () => Promise.reject(new Error("full"));
    await unlock(0);
    expect(page()).not.toMatch(names);
    expect(said()).toContain("could not be put on record");
  });

  test("a wrong passphrase is told, recorded, and opens nothing", async () => {
    await unlock(0, officer, "four words are not it");
    expect(page()).not.toMatch(names);
    expect(page()).toContain("The passphrase does not open this key file");
    expect(recorded).toEqual([{ result: "refused", subject: { seat, seq: 0, hash: line(0).hash } }]);
  });

  test("another officer's key and a file that is none are told", async () => {
    await unlock(0, other);
    expect(said()).toContain("sealed to another officer key");
    panel.lock();
    choose(0);
    give("evidence-key", new File(["not a key"], "photo.jpg"));
    input("evidence-passphrase").value = passphrase;
    await submit();
    expect(page()).toContain("This file is not an officer key");
    expect(recorded).toEqual([]);
  });

  test("asks for what is missing", async () => {
    choose(0);
    give("evidence-key", undefined);
    await submit();
    expect(page()).toContain("Choose the officer’s key file.");
    give("evidence-key", keyFile(officer));
    await submit();
    expect(page()).toContain("Type the passphrase");
  });

  test("a sealed draft that was exchanged is told", async () => {
    kept.set(0, sealed.get(1) ?? new Uint8Array());
    await unlock(0);
    expect(page()).not.toMatch(names);
    expect(said()).toContain("is not the one that the entry was written with");
  });

  test("the key stays for the next entry; the draft does not", async () => {
    await unlock(0);
    choose(1);
    expect(page()).not.toMatch(names);
    await submit();
    expect(page()).toContain("Another one");
    expect(recorded.map(({ subject }) => subject.seq)).toEqual([0, 1]);
  });

  test("the same entry drawn anew keeps its draft", async () => {
    await unlock(0);
    choose(0);
    expect(page()).toMatch(names);
  });

  test("one of another browser is taken from its evidence file", async () => {
    kept.clear();
    await unlock(0);
    expect(page()).toContain("Evidence file");
    const file = (...seqs: number[]): File =>
      new File(
        seqs.map((seq) => {
          const id = `${seq}`.padStart(16, "0");
          return `${toEvidenceLine({ seat, seq, id, sealed: Uint8Array.from(sealed.get(seq) ?? []) })}\r\n`;
        }),
        "x.evidence.jsonl",
      );
    give("evidence-file", file(1));
    await submit();
    expect(page()).toContain("This file has no draft of this entry");
    give("evidence-file", file(1, 0));
    await submit();
    expect(page()).toContain("See you");
  });
});

describe("what was opened", () => {
  /** Everything that was on the page while the draft was shown is empty of it, also what was taken out. */
  async function expectGone(take: () => void): Promise<void> {
    await unlock(0);
    expect(page()).toMatch(names);
    const nodes = [...document.querySelectorAll(".evidence-shown *")];
    const texts = nodes
      .flatMap((node) => [...node.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE);
    expect(texts.length).toBeGreaterThan(4);
    take();
    expect(document.documentElement.outerHTML).not.toMatch(names);
    expect(texts.map((node) => node.textContent).join("")).toBe("");
  }
  const isLocked = (): boolean => input("evidence-key").closest("[hidden]") === null;

  test("is gone when it is hidden; the key is still here", async () => {
    await expectGone(() => pressed("Hide the draft"));
    expect(isLocked()).toBe(false);
  });

  test("is gone with the key when that is forgotten", async () => {
    await expectGone(() => pressed("Forget the key"));
    expect(isLocked()).toBe(true);
    await submit();
    expect(page()).toContain("Type the passphrase of the key file.");
  });

  test.each([
    ["the page is left", () => window.dispatchEvent(new Event("pagehide"))],
    ["the page is frozen", () => document.dispatchEvent(new Event("freeze"))],
    ["the console is locked", () => panel.lock()],
  ])("is gone with the key when %s", async (_, take) => {
    await expectGone(take);
    expect(isLocked()).toBe(true);
  });

  test("is gone with the key after 15 minutes", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await expectGone(() => {
      clock += heldFor - 1;
      vi.advanceTimersByTime(heldFor - 1);
      expect(page()).toMatch(names);
      clock += 1;
      vi.advanceTimersByTime(1);
    });
    expect(isLocked()).toBe(true);
    expect(said()).toContain("forgotten after 15 minutes");
  });

  test.each([heldFor, -1])(
    "is gone with the key when the machine wakes and its clock has moved by %d",
    async (by) => {
      await expectGone(() => {
        clock += by;
        document.dispatchEvent(new Event("visibilitychange"));
      });
      expect(isLocked()).toBe(true);
    },
  );

  test("does not come after the officer went on: to another entry, or away", async () => {
    for (const away of [() => choose(1), () => panel.lock(), () => panel.hide()]) {
      record = async (unlock) => {
        recorded.push(unlock);
        away();
      };
      await unlock(0);
      expect(document.documentElement.outerHTML).not.toMatch(names);
      panel.lock();
    }
    expect(recorded.length).toBe(3);
  });

  test("is in no storage of the page", async () => {
    await unlock(0);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).not.toMatch(names);
  });
});
