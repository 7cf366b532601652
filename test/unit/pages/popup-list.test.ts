// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { PatientsStanding } from "../../../src/contract/patients.ts";
import { drawList } from "../../../src/pages/popup/list-section.ts";
import type { ListActions } from "../../../src/pages/popup/list-section.ts";
import { viewList } from "../../../src/pages/popup/list-words.ts";
import type { ListView } from "../../../src/pages/popup/list-words.ts";

type List = NonNullable<PatientsStanding["list"]>;

const now = new Date(2031, 4, 10, 12).getTime();
const day = 86_400_000;
const open: List = {
  id: "list",
  created: now - day,
  expires: null,
  bucket: "up to 10,000",
  people: 4321,
  state: "open",
  source: "seat",
  locks: ["passphrase"],
};
const standing = (list: Partial<List> | null, more: Partial<PatientsStanding> = {}): PatientsStanding => ({
  list: list && { ...open, ...list },
  awaited: false,
  setAside: false,
  arrival: null,
  ...more,
});
const locked = standing({ state: "locked", people: null });
const words = (view: ListView): string => view.notices.join(" ");

describe("what the popup says of the list", () => {
  test("an open one is counted, and can be locked", () => {
    expect(viewList(standing({}), true, now)).toEqual({
      value: "4,321 people",
      notices: [],
      canUnlock: false,
      canLock: true,
      isClosed: false,
    });
    expect(viewList(standing({ people: 1 }), true, now).value).toBe("1 person");
  });

  test("a locked one asks for its passphrase, and says what becomes of drafts until then", () => {
    const view = viewList(locked, true, now);
    expect(view).toMatchObject({ value: "Locked", canUnlock: true, canLock: false, isClosed: true });
    expect(words(view)).toContain("Until then drafts are held.");
    expect(words(viewList(locked, false, now))).toContain("drafts go unchecked, and that is recorded");
  });

  test.each<[string, Partial<List>, string, boolean, RegExp]>([
    ["expired", { state: "expired" }, "Expired", false, /has expired/],
    ["damaged", { state: "damaged", locks: [] }, "Cannot be used", false, /is damaged/],
    ["altered", { state: "altered" }, "Cannot be used", false, /was altered/],
    ["of a newer version", { state: "newer-version", locks: [] }, "Cannot be used", false, /newer version/],
    ["under another managed key", { state: "wrong-key", locks: ["managed"] }, "Cannot be used", false, /key/],
    ["under another managed key, or a passphrase", { state: "wrong-key" }, "Locked", true, /passphrase/],
    [
      "locked, and no passphrase opens it",
      { state: "locked", locks: ["managed"] },
      "Cannot be used",
      false,
      /administrator’s policy/,
    ],
  ])("one that is %s has its own words", (_name, list, value, canUnlock, said) => {
    const view = viewList(standing({ people: null, ...list }), true, now);
    expect(view).toMatchObject({ value, canUnlock, isClosed: true });
    expect(words(view)).toMatch(said);
  });

  test("one that opens by policy cannot be locked: it would be open again at once", () => {
    const managed = { source: "managed", locks: ["passphrase", "managed"] } as const;
    expect(viewList(standing({ ...managed, locks: [...managed.locks] }), true, now).canLock).toBe(false);
    const byPerson = viewList(standing({ source: "managed", locks: ["passphrase"] }), true, now);
    expect(byPerson.canLock).toBe(true);
  });

  test.each([
    [15 * day, ""],
    [14 * day, "It expires in 14 days, on May 24, 2031. A current list is due."],
    [day, "It expires in 1 day, on May 11, 2031. A current list is due."],
    [1, "It expires in 1 day, on May 10, 2031. A current list is due."],
  ])("%i ms before it expires: %s", (left, said) => {
    expect(words(viewList(standing({ expires: now + left }), true, now))).toBe(said);
  });

  test("the practice's is awaited, and what went wrong is said", () => {
    const arrival = { triedAt: now, problem: "unreachable", nextAt: now + day } as const;
    const view = viewList(standing(null, { awaited: true, setAside: true, arrival }), true, now);
    expect(view).toMatchObject({ value: "Not arrived yet", isClosed: true, canUnlock: false });
    expect(words(view)).toMatch(/has not arrived yet.*could not be fetched.*set aside/);
    expect(words(viewList(standing({ source: "managed" }, { arrival }), true, now))).toMatch(
      /newer list could not be fetched/,
    );
    expect(viewList(standing(null), true, now)).toMatchObject({ value: "None", isClosed: false });
  });
});

describe("the passphrase in the popup", () => {
  const input = (): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>("#passphrase");
    if (!found) throw new Error("no field");
    return found;
  };
  const error = (): string => document.querySelector("#passphrase-error")?.textContent ?? "";
  const submit = (): void =>
    void document.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));

  function section(answer: unknown) {
    const ask = vi.fn<(channel: string, body: unknown) => Promise<unknown>>(async () => answer);
    const changed = vi.fn<ListActions["changed"]>(async () => {});
    const actions = { ask: ask as unknown as ListActions["ask"], changed };
    document.body.replaceChildren(drawList(viewList(locked, true, now), actions) ?? "");
    return { ask, changed };
  }
  const told = (problem: string | null, wait = 0) => ({ ok: true, value: { problem, wait } });

  test("is sent once, forgotten, and the section drawn anew", async () => {
    const { ask, changed } = section(told(null));
    input().value = "four quiet herons nest";
    submit();
    submit();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith("The patient list is unlocked."));
    expect(ask.mock.calls).toEqual([["patients.unlock", { passphrase: "four quiet herons nest" }]]);
    expect(input().value).toBe("");
  });

  test.each([
    ["a wrong one", told("wrong-passphrase", 2_000), /not the passphrase.*in 2 seconds/],
    ["one too early", told("locked", 1), /not tried yet.*a second/],
    ["a list that has expired meanwhile", told("expired"), /has expired/],
    ["a worker that does not answer", { ok: false, code: "gone" }, /Close this window/],
  ])("%s is told beside the field, which keeps the focus", async (_name, answer, said) => {
    const { changed } = section(answer);
    input().value = "something";
    submit();
    await vi.waitFor(() => expect(error()).toMatch(said));
    expect(document.activeElement).toBe(input());
    expect(input().getAttribute("aria-invalid")).toBe("true");
    expect(input().getAttribute("aria-describedby")).toBe("passphrase-error");
    expect(changed).not.toHaveBeenCalled();
  });

  test("that is empty asks nobody", () => {
    const { ask } = section(told(null));
    submit();
    expect(error()).toBe("Type the passphrase.");
    expect(ask).not.toHaveBeenCalled();
  });

  test("is shown only while the box is checked", () => {
    section(told(null));
    const box = document.querySelector<HTMLInputElement>("#passphrase-shown");
    expect(input().type).toBe("password");
    box?.click();
    expect(input().type).toBe("text");
    box?.click();
    expect(input().type).toBe("password");
  });

  test("needs no section where there is nothing to say or to do", () => {
    const view = { ...viewList(standing({}), true, now), canLock: false };
    const ask: ListActions["ask"] = () => expect.unreachable();
    expect(drawList(view, { ask, changed: async () => {} })).toBeUndefined();
  });
});
