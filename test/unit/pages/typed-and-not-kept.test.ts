// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { drawCaseForm } from "../../../src/pages/audit/case-form.ts";
import { drawFilterForm } from "../../../src/pages/audit/filter-form.ts";
import { drawSettings } from "../../../src/pages/options/settings-form.ts";
import { write } from "../../../src/pages/practice/questions.ts";
import { drawItem } from "../../../src/pages/practice/room-item.ts";
import { scenes } from "../../../src/pages/practice/scenes.ts";
import { drawWrite } from "../../../src/pages/practice/write-step.ts";
import { policySeat } from "./policy-seat.ts";

/**
 * Browsers write what is typed into a field to disk, to bring it back after a crash: Firefox not where the field says `off`,
 * Chromium for a box of several lines only where its form says so.
 */
function restored(root: ParentNode): string[] {
  const typed = [...root.querySelectorAll("textarea, input")].filter(
    (one) => one.tagName === "TEXTAREA" || ["text", "search"].includes(one.getAttribute("type") ?? "text"),
  );
  expect(typed).not.toEqual([]);
  const isOff = (one: Element | null): boolean => one?.getAttribute("autocomplete") === "off";
  return typed
    .filter((one) => !isOff(one) || (one.tagName === "TEXTAREA" && !isOff(one.closest("form"))))
    .map(({ id }) => id);
}

describe("what is typed is not written down by the browser", () => {
  test("at a case, before names are taken out of it", () => {
    const entry = {
      kind: "attempt",
      seq: 1,
      at: 1_790_000_000_000,
      seat: "00000000000000aa",
      previous: "0".repeat(64),
      id: "00000000000000bb",
      site: "yelp",
      surface: "comment",
      outcome: "stopped",
      categories: new Array<"health">(),
      rules: new Array<string>(),
      length: 3,
      policyVersion: "p",
      engineVersion: "1",
    } as const;
    const shown = {
      row: 0,
      seat: entry.seat,
      seq: 1,
      name: "",
      at: entry.at,
      what: "stopped" as const,
      site: "yelp",
      surface: "comment",
      categories: [],
      rules: [],
      state: "new" as const,
      tries: 1,
    };
    const line = { entry, hash: "0".repeat(64) };
    const detail = { shown, line, hashHolds: true, log: undefined, history: [], others: [] };
    document.body.replaceChildren(drawCaseForm(detail, { review: async () => undefined }));
    expect(restored(document.body)).toEqual([]);
  });

  test("in the search of the record", () => {
    document.body.replaceChildren(drawFilterForm(() => {}).element);
    expect(restored(document.body)).toEqual([]);
  });

  test("in a phrase or a reply, before it is compared with the patient list", async () => {
    const { view } = await policySeat({}, {});
    document.body.replaceChildren(drawSettings("phrases", view));
    expect(document.querySelector("textarea")).not.toBeNull();
    expect(restored(document.body)).toEqual([]);
  });

  test("in a reply of the practice room and of its test", () => {
    const scene = scenes.find(({ site }) => site === "yelp");
    const [question] = write;
    if (!scene || !question) throw new Error("nothing to reply to");
    document.body.replaceChildren(
      drawItem(scene, "", () => "").element,
      drawWrite(question, { number: 1, of: 1, done: () => {} }),
    );
    expect(document.querySelectorAll("textarea")).toHaveLength(2);
    expect(restored(document.body)).toEqual([]);
  });
});
