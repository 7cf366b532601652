// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { mostPhrases } from "../../../src/contract/policy-phrases.ts";
import { drawSettings } from "../../../src/pages/options/settings-form.ts";
import { policySeat } from "./policy-seat.ts";

/** The form on the real policy of a seat, under what an admin has set. */
async function form(values: Record<string, unknown> = {}, refusal?: string, seat = {}) {
  const { view, policy } = await policySeat(values, seat, refusal);
  document.body.replaceChildren(drawSettings("phrases", view));
  return policy;
}

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const input = (selector: string): HTMLInputElement => find(selector) as HTMLInputElement;
const rows = (list: string): string[] =>
  [...document.querySelectorAll(`#${list}-list li`)].map(({ textContent }) => textContent ?? "");
const described = (id: string): string =>
  (find(`#${id}`).getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((part) => document.getElementById(part)?.textContent ?? "")
    .join(" ");

function add(list: "alwaysStop" | "alwaysAllow" | "publicNames", text: string, reason?: string): void {
  input(`#${list}-text`).value = text;
  if (reason !== undefined) input("#alwaysStop-reason").value = reason;
  find(`#${list}-text`)
    .closest("form")
    ?.dispatchEvent(new Event("submit", { cancelable: true }));
}

describe("the lists on the options page", () => {
  test("take an entry with its reason, show it, and let it go again", async () => {
    const policy = await form();
    add("alwaysStop", " glow points ", "Ask Kira.");
    await vi.waitFor(() =>
      expect(rows("alwaysStop")).toEqual(["glow pointsWho is a patient“Ask Kira.”Remove"]),
    );
    expect((await policy.read()).policy.alwaysStop).toEqual([
      { text: "glow points", category: "relationship", reason: "Ask Kira." },
    ]);
    expect(input("#alwaysStop-text").value).toBe("");
    find("#alwaysStop-list button").click();
    await vi.waitFor(() => expect(rows("alwaysStop")).toEqual([]));
    expect((await policy.read()).policy.alwaysStop).toEqual([]);
  });

  test("show what the admin has set as fixed, beside what may be added", async () => {
    const policy = await form({ alwaysStop: [{ text: "glow points", category: "conduct" }] });
    expect(rows("alwaysStop")).toEqual(["glow pointsRules on reviewsSet by your administrator"]);
    expect(document.querySelector("#alwaysStop-list button")).toBeNull();
    add("alwaysStop", "happy hour");
    await vi.waitFor(() => expect(rows("alwaysStop")).toHaveLength(2));
    expect((await policy.read()).policy.alwaysStop).toHaveLength(2);
  });

  test("have no form for what only the admin may allow, and say so", async () => {
    await form({ alwaysAllow: ["Summer Gala"] });
    expect(document.querySelector("#alwaysAllow-text")).toBeNull();
    expect(document.body.textContent).toContain("policy does not let this browser add to the list");
    await form({ alwaysAllow: ["Summer Gala"], levels: { alwaysAllow: "default", publicNames: "default" } });
    add("alwaysAllow", "Glow Week");
    await vi.waitFor(() => expect(rows("alwaysAllow")).toHaveLength(2));
  });

  test("take public names, where the seat may allow", async () => {
    const policy = await form({
      publicNames: ["Ada Lovelace"],
      levels: { alwaysAllow: "default", publicNames: "default" },
    });
    add("publicNames", " Grace Hopper ");
    await vi.waitFor(() => expect(rows("publicNames")).toHaveLength(2));
    expect((await policy.read()).policy.publicNames).toEqual(["Ada Lovelace", "Grace Hopper"]);
    expect(rows("publicNames")[0]).toContain("Set by your administrator");
    await form({ publicNames: ["Ada Lovelace"] });
    expect(document.querySelector("#publicNames-text")).toBeNull();
  });

  test.each(["locked", "expired", "awaited", "unusable"])(
    "say what to do where a phrase cannot be compared with the list: it is %s",
    async (code) => {
      await form({}, code);
      add("alwaysStop", "glow points");
      await vi.waitFor(() =>
        expect(described("alwaysStop-text")).toMatch(/list.*has to be compared with it/),
      );
      expect(document.activeElement?.id).toBe("alwaysStop-text");
    },
  );

  test.each([
    ["alwaysStop", "x", undefined, "alwaysStop-text", /at least 2 letters/],
    ["alwaysStop", "glow points", "a".repeat(201), "alwaysStop-reason", /at most 200 characters/],
    ["alwaysAllow", "your visit", undefined, "alwaysAllow-text", /speak to somebody/],
    ["publicNames", "Ada", undefined, "publicNames-text", /the whole name/],
  ] as const)("%s refuses %s in words tied to the field", async (list, text, reason, id, problem) => {
    const policy = await form();
    add(list, text, reason);
    await vi.waitFor(() => expect(described(id)).toMatch(problem));
    expect(find(`#${id}`).getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement?.id).toBe(id);
    expect((await policy.read()).policy[list]).toEqual([]);
  });

  test("refuse one phrase too many", async () => {
    const full = Array.from({ length: mostPhrases }, (_, at) => `phrase ${at}`);
    const policy = await form({}, undefined, { alwaysAllow: full });
    expect(rows("alwaysAllow")).toHaveLength(mostPhrases);
    add("alwaysAllow", "Glow Week");
    await vi.waitFor(() => expect(described("alwaysAllow-text")).toMatch(/at most 200 entries/));
    expect((await policy.read()).policy.alwaysAllow).toEqual(full);
  });

  test("refuse a phrase that is there", async () => {
    await form();
    add("alwaysAllow", "Glow Week");
    await vi.waitFor(() => expect(rows("alwaysAllow")).toHaveLength(1));
    add("alwaysAllow", "GLOW week");
    await vi.waitFor(() => expect(described("alwaysAllow-text")).toMatch(/already/));
    expect(rows("alwaysAllow")).toHaveLength(1);
  });

  test("say why the worker has refused a phrase", async () => {
    await form({}, "bad-request");
    add("alwaysStop", "Jane Doerfler");
    await vi.waitFor(() => expect(described("alwaysStop-text")).toMatch(/somebody on the patient list/));
    expect(rows("alwaysStop")).toEqual([]);
  });

  test("take no reply that may be offered nowhere, and say which words are in the way", async () => {
    const policy = await form();
    const reply = (text: string, ...places: string[]): void => {
      input("#replies-text").value = text;
      for (const place of places) input(`#replies-surfaces-${place}`).checked = true;
      find("#replies-text")
        .closest("form")
        ?.dispatchEvent(new Event("submit", { cancelable: true }));
    };
    reply("Thanks for coming in! See you at your next visit.");
    await vi.waitFor(() => expect(described("replies-text")).toContain("would not be offered anywhere"));
    expect(described("replies-text")).toContain("“Thanks for coming”");
    expect((await policy.read()).policy.replies).toEqual([]);
    reply("Thank you for the kind words!");
    await vi.waitFor(() => expect(rows("replies").join()).toContain("Thank you for the kind words!"));
    reply("Please call our office, we would like to listen.", "comment", "review");
    await vi.waitFor(async () => expect((await policy.read()).policy.replies).toHaveLength(2));
    await vi.waitFor(() => expect(document.body.textContent).toContain("It is not offered for reviews"));
  });
});
