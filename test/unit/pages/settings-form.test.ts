// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { choices } from "../../../src/contract/choices.ts";
import { declared } from "../../../src/contract/policy.ts";
import { drawPolicyStanding } from "../../../src/pages/options/policy-standing.ts";
import { groups, settingNames } from "../../../src/pages/options/setting-groups.ts";
import { drawSettings } from "../../../src/pages/options/settings-form.ts";
import { controlId } from "../../../src/pages/options/choice-control.ts";
import { policySeat } from "./policy-seat.ts";

async function page(values: Record<string, unknown> = {}, seat: Record<string, unknown> = {}) {
  const { view, policy, hand } = await policySeat(values, seat);
  document.body.replaceChildren(
    drawPolicyStanding(view),
    ...groups.map((group) => drawSettings(group, view)),
  );
  return { view, policy, hand };
}

function find(selector: string): HTMLSelectElement {
  const found = document.querySelector<HTMLSelectElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const textOf = (name: string): string => find(`[data-setting="${name}"]`).textContent ?? "";

async function choose(id: string, value: string): Promise<void> {
  const select = find(id);
  select.value = value;
  select.dispatchEvent(new Event("change"));
}

beforeEach(() => document.body.replaceChildren());

describe("the settings on the options page", () => {
  test("are all of those that are declared, each once, by title and words", async () => {
    await page();
    const drawn = [...document.querySelectorAll<HTMLElement>("[data-setting]")].map(
      ({ dataset }) => dataset["setting"],
    );
    // The practice has a form of its own, since its profile is kept apart.
    const wanted = settingNames.filter((name) => name !== "practice");
    expect(new Set(drawn)).toEqual(new Set(wanted));
    expect(drawn).toHaveLength(wanted.length);
    expect(
      wanted.filter((name) => {
        const { title, words } = declared[name];
        return ![title, words].every((one) => textOf(name).includes(one));
      }),
    ).toEqual([]);
  });

  test("have a control or a value for each choice, and for each of its parts", async () => {
    await page();
    const missing = choices.filter((choice) => document.getElementById(controlId(choice)) === null);
    expect(missing).toEqual([]);
  });

  test("say who has set them, and why they cannot be changed here", async () => {
    await page(
      {
        contact: "Kira, ext. 12",
        strictness: "strict",
        postAnyway: "never",
        levels: { strictness: "fixed" },
      },
      { reasonRequired: true, unchecked: "hold" },
    );
    expect(textOf("strictness")).toContain("Fixed by your administrator. Ask Kira, ext. 12.");
    expect(document.querySelector("#choice-strictness")?.tagName).toBe("SPAN");
    expect(textOf("strictness")).toContain("Also stops what is only likely");
    expect(textOf("postAnyway")).toContain("At its strictest. It cannot be loosened at this browser.");
    expect(textOf("actions")).toContain("Nobody has set this: the default. At its strictest.");
    expect(textOf("secondPerson")).toContain("It can only be made stricter here.");
    expect(textOf("retentionYears")).toContain("Only an administrator’s policy can set it.");
  });

  test("keep a change, say so, and tell what it means", async () => {
    const { policy } = await page();
    expect(textOf("strictness")).toContain("warns of what is likely");
    await choose("#choice-strictness", "strict");
    await vi.waitFor(() => expect(textOf("strictness")).toContain("Also stops what is only likely"));
    expect(textOf("strictness")).toContain("Changed at this browser.");
    expect((await policy.read()).policy.strictness).toBe("strict");
    expect(find("#choice-strictness").value).toBe("strict");
    expect(document.body.textContent).toContain("Saved.");
  });

  test("show one kind of box as in general until it is set, and follow the general one", async () => {
    const { policy, view } = await page({
      actions: { health: "warn" },
      levels: { actions: "default" },
    });
    const cell = (): HTMLSelectElement => find("#choice-surfaceActions-post-health");
    expect(cell().selectedOptions[0]?.textContent).toBe("As in general (Warn)");
    await choose("#choice-surfaceActions-post-health", "record");
    await vi.waitFor(async () =>
      expect((await policy.read()).policy.surfaceActions.post?.health).toBe("record"),
    );
    expect(cell().selectedOptions[0]?.textContent).toBe("Record only");
    await view.change({ actions: { ...view.now().policy.actions, health: "warn-with-reason" } });
    expect([...cell().options].map(({ textContent }) => textContent)).toContain(
      "As in general (Warn, ask why)",
    );
    expect(cell().selectedOptions[0]?.textContent).toBe("Record only");
    await choose("#choice-surfaceActions-post-health", "");
    await vi.waitFor(() =>
      expect(cell().selectedOptions[0]?.textContent).toBe("As in general (Warn, ask why)"),
    );
    expect((await policy.read()).policy.surfaceActions.post?.health).toBe("warn-with-reason");
  });

  test("go back to what they were where the worker refuses", async () => {
    const { hand } = await page();
    hand.refuse = "not-allowed";
    await choose("#choice-strictness", "strict");
    await vi.waitFor(() => expect(document.body.textContent).toContain("That may not be changed here."));
    expect(find("#choice-strictness").value).toBe("balanced");
  });

  test("follow an administrator’s policy that arrives while the page is open", async () => {
    const { view, hand } = await page();
    find("#choice-strictness").focus();
    hand.distribute({ strictness: "strict", version: "2026-11", extra: 1 });
    await view.refresh();
    expect(find("#choice-strictness").textContent).toBe("Strict");
    expect(document.activeElement?.id).toBe("choice-strictness");
    expect(document.body.textContent).toContain("Version: 2026-11.");
    expect(document.body.textContent).toContain("The administrator’s policy has 1 fault.");
  });

  test("never show what is secret", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const key = `${"A".repeat(42)}E=`;
    await page({
      approvers: [{ name: "Dr. Ada Moss", secret }],
      patientList: { address: "https://lists.example/a.rgl", sha256: "ab".repeat(32), key },
      forwarding: { address: "https://log.example/", token: "planted-token" },
    });
    expect(textOf("approvers")).toContain("Dr. Ada Moss");
    expect(textOf("approvers")).toContain("set, not shown");
    expect(textOf("patientList")).toContain("https://lists.example/a.rgl");
    for (const planted of [secret, key, "planted-token"])
      expect(document.documentElement.outerHTML).not.toContain(planted);
  });
});
