// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { inForce, levelsFor } from "../../../src/contract/policy-file.ts";
import { declared, leveledNames } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { exportedPolicy, madePolicy } from "../../../src/pages/options/policy-file/exported.ts";
import { planImport, wantedOf } from "../../../src/pages/options/policy-file/import-plan.ts";
import { readPolicyFile } from "../../../src/pages/options/policy-file/read-file.ts";
import { uselessReplies } from "../../../src/pages/options/policy-file/useless-replies.ts";
import { drawPolicyFile, textOf } from "../../../src/pages/options/policy-file/section.ts";
import { partialPolicies } from "../guard/policy/policies.ts";
import { file, guardPolicy } from "../guard/policy/run-policy.ts";
import { policySeat } from "./policy-seat.ts";

const glow = { ...emptyPractice, name: "Glow Clinic", phones: ["310-555-0142"] };
const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const key = `${"A".repeat(42)}E=`;

const blob = (text: string | Uint8Array): Blob => new Blob([text as BlobPart]);

describe("the policy file of what is in force", () => {
  test("is one that guard policy lint has no error about, with nothing secret in it", async () => {
    const { view } = await policySeat(
      {
        version: "2026-11",
        contact: "Kira, ext. 12",
        actions: { health: "warn" },
        surfaceActions: { post: { health: "record" } },
        sites: { facebook: false },
        approvers: [{ name: "Dr. Ada Moss", secret }],
        patientList: { address: "https://lists.example/a.rgl", sha256: "ab".repeat(32), key },
        forwarding: { address: "https://log.example/", token: "planted-token" },
        alwaysStop: [{ text: "glow points", category: "conduct" }],
        monitor: { from: "2026-11-01", until: "2026-12-01" },
      },
      { strictness: "strict", alwaysStop: [{ text: "happy hour", category: "health" }] },
    );
    const { file: made, withoutSecret } = exportedPolicy(view.now(), glow);
    const text = textOf(made);
    for (const planted of [secret, key, "planted-token"]) expect(text).not.toContain(planted);
    expect(withoutSecret).toEqual(["approvers", "patientList", "forwarding"]);
    expect(made).toMatchObject({
      version: "2026-11",
      strictness: "strict",
      actions: { health: "warn" },
      surfaceActions: { post: { health: "record" } },
      sites: { facebook: false },
      practice: { name: "Glow Clinic" },
      patientList: { address: "https://lists.example/a.rgl" },
      alwaysStop: [{ text: "glow points" }, { text: "happy hour" }],
    });
    expect(made).not.toHaveProperty("approvers");
    const run = await guardPolicy("lint", file("exported.json", text));
    expect(run.out + run.err).not.toContain(" error: ");
    expect(run.status).toBe(0);
  });

  test("comes to the same policy, whatever is in force", async () => {
    await fc.assert(
      fc.asyncProperty(partialPolicies, async (given) => {
        const { view } = await policySeat(given);
        const read = view.now();
        const { file: made, withoutSecret } = exportedPolicy(read, emptyPractice);
        const again = inForce(JSON.parse(textOf(made))).policy;
        const { levels, ...settings } = read.policy;
        const left = new Set<string>(withoutSecret);
        const shown = (from: object): object =>
          Object.fromEntries(Object.entries(from).filter(([name]) => !left.has(name) && name !== "levels"));
        expect(shown(again)).toEqual(shown(settings));
        expect(again.levels).toEqual(levels);
      }),
      { numRuns: 60 },
    );
  });

  test("made of how a browser is set has the version, the contact and a level for each setting", async () => {
    const { view } = await policySeat({}, { strictness: "strict" });
    for (const level of ["fixed", "tighten", "default"] as const) {
      const { file: made } = madePolicy(view.now(), glow, { version: " 2026-12 ", contact: "", level });
      expect(made).toMatchObject({
        version: "2026-12",
        strictness: "strict",
        practice: { name: "Glow Clinic" },
      });
      expect(made).not.toHaveProperty("contact");
      const { policy } = inForce(made);
      expect(policy.levels).toEqual(
        Object.fromEntries(
          leveledNames.map((name) => [name, levelsFor(name).includes(level) ? level : "fixed"]),
        ),
      );
      expect(await guardPolicy("lint", file("made.json", textOf(made)))).toMatchObject({ status: 0 });
    }
  });
});

describe("a policy file that a browser takes settings from", () => {
  test.each([
    [
      "two keys alike",
      '{"strictness": "strict",\n "strictness": "relaxed"}',
      /Line 2, column 2: .*"strictness" stands here a second time\. Keep one/,
    ],
    [
      "a wrong value",
      '{\n  "strictness": "strickt"}',
      /Line 2, column 3: strictness is "strickt".*Did you mean "strict"/,
    ],
    [
      "a wrong key",
      '{"strictnes": "strict"}',
      /strictnes there is no such setting.*Did you mean "strictness"/,
    ],
    ["no JSON", "strict", /Line 1, column 1/],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), /UTF-16\. Save it as UTF-8/],
    ["nothing", "", /The file is empty/],
    ["too much", `{"version": "${"x".repeat(1_000_000)}"}`, /more than 1,000,000 bytes/],
  ])("is refused whole for %s, with the place and the remedy", async (_name, text, words) => {
    const seen = await readPolicyFile(blob(text));
    expect(seen.file).toBeUndefined();
    expect(seen.faults.join("\n")).toMatch(words);
  });

  test("may begin with a mark that some programs stop at, which is named", async () => {
    const seen = await readPolicyFile(blob('\uFEFF{"strictness": "strict"}'));
    expect(seen.file).toEqual({ strictness: "strict" });
    expect(seen.doubts.join()).toMatch(/byte-order mark.*Save it as UTF-8 without/);
  });

  test("tightens what it may, and leaves out what would loosen or is an administrator’s", async () => {
    const { view } = await policySeat({ postAnyway: "never", levels: { unchecked: "fixed" } });
    const { changes, leftOut } = planImport(
      {
        strictness: "strict",
        postAnyway: "always",
        unchecked: "let-go-and-record",
        secondPerson: "stopped",
        retentionYears: 7,
        version: "x",
        levels: { strictness: "default" },
        alwaysStop: [{ text: "glow points" }],
        alwaysAllow: ["Glow Week"],
      },
      view.now(),
      emptyPractice,
      new Set(),
    );
    expect(changes.map(({ title, effect, after }) => [title, effect, after])).toEqual([
      ["Strictness", "tightens", "Strict"],
      ["A second person’s code", "tightens", "Where it was stopped"],
      ["Always stopped", "tightens", "1 entry more"],
    ]);
    expect(Object.fromEntries(leftOut.map(({ title, why }) => [title, why]))).toEqual({
      "When a draft could not be checked": "Fixed by your administrator.",
      "Post anyway": "It would be looser than this browser may choose.",
      "Always allowed": "It would be looser than this browser may choose.",
      "Version of the policy": "Only an administrator’s policy can set it.",
      "Years the record is kept": "Only an administrator’s policy can set it.",
      "Who may change what": "Only an administrator’s policy can set it.",
    });
  });

  test("leaves out, and says so, what replies could be offered nowhere", async () => {
    const { view, ask } = await policySeat();
    const passes = { text: "Thank you for sharing your thoughts. Please call our office at any time." };
    const given = { replies: [passes, { text: "Thank you for coming in for your Botox on Friday!" }] };
    const { changes, leftOut } = planImport(
      given,
      view.now(),
      emptyPractice,
      await uselessReplies(given, view),
    );
    expect(leftOut.map(({ why }) => why)).toEqual(["One reply says too much wherever it would be offered."]);
    expect(await ask("policy.change", wantedOf({ held: [] }, changes))).toMatchObject({ ok: true });
    await view.refresh();
    expect(view.now().policy.replies).toEqual([passes]);
  });

  test("is never made to loosen what a browser may not, whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(partialPolicies, partialPolicies, async (managed, given) => {
        // Without its patient list phrases cannot be compared with it, and the worker refuses them all.
        const others = Object.entries(managed).filter(([name]) => name !== "patientList");
        const { view, ask } = await policySeat(Object.fromEntries(others));
        const before = view.now();
        const useless = await uselessReplies(given, view);
        const plan = planImport(given, before, emptyPractice, useless);
        const answer = await ask("policy.change", wantedOf(plan, plan.changes));
        // All that is planned may be done: the worker, which decides for itself, takes it.
        expect(answer).toMatchObject({ ok: true });
        await view.refresh();
        const rest = planImport(given, view.now(), view.now().policy.practice ?? emptyPractice, useless);
        expect(rest.changes.filter(({ title }) => title !== declared.practice.title)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the section about policy files", () => {
  const find = (selector: string): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  function press(words: string): void {
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === words)?.click();
  }
  function choose(text: string): void {
    const input = find("#policy-file-chosen");
    Object.defineProperty(input, "files", { value: [new File([text], "policy.json")], configurable: true });
    input.dispatchEvent(new Event("change"));
  }
  const said = (): string => document.body.textContent ?? "";

  async function section(values = {}, seat = {}) {
    const made = await policySeat(values, seat);
    document.body.replaceChildren(drawPolicyFile(made.view, made.ask));
    return made;
  }

  test("shows what a file would change, and changes it at a press", async () => {
    const { policy } = await section();
    choose('{"strictness": "strict", "sites": {"yelp": false}, "version": "2026-12"}');
    await vi.waitFor(() => expect(said()).toContain("Apply to this browser"));
    expect((await policy.read()).policy.strictness).toBe("balanced");
    press("Apply to this browser");
    await vi.waitFor(() => expect(said()).toContain("Applied: 1 setting."));
    // What loosens is applied only when it was ticked.
    expect((await policy.read()).policy).toMatchObject({
      strictness: "strict",
      sites: { yelp: true },
      version: null,
    });
    choose('{"sites": {"yelp": false}, "practice": {"name": "Glow Clinic"}}');
    await vi.waitFor(() => expect(said()).toContain("Apply to this browser"));
    find("#policy-file-looser").checked = true;
    press("Apply to this browser");
    await vi.waitFor(() => expect(said()).toContain("Applied: 2 settings."));
    expect((await policy.read()).policy.sites.yelp).toBe(false);
  });

  test("changes nothing where the worker refuses a part of it", async () => {
    const { policy, hand, store } = await section();
    choose('{"strictness": "strict", "practice": {"name": "Glow Clinic"}}');
    await vi.waitFor(() => expect(said()).toContain("Apply to this browser"));
    find("#policy-file-looser").checked = true;
    hand.refuse = "failed";
    press("Apply to this browser");
    await vi.waitFor(() => expect(said()).toContain("Nothing was changed. It could not be saved."));
    expect((await policy.read()).policy.strictness).toBe("balanced");
    expect(await store.readSetting("practice")).toBeUndefined();
  });

  test("saves and takes nothing before the browser has said whether there is an administrator’s policy", async () => {
    const { view, ask } = await policySeat({}, {}, undefined, { dropsSilently: true });
    expect(view.now().source).toBe("awaited");
    document.body.replaceChildren(drawPolicyFile(view, ask));
    press("Save the policy in force");
    await vi.waitFor(() => expect(said()).toContain("Wait a moment"));
    choose('{"strictness": "strict"}');
    await vi.waitFor(() => expect(find("#policy-file-chosen").getAttribute("aria-invalid")).toBe("true"));
    expect(said()).not.toContain("Apply to this browser");
  });

  test("names the faults of a file, and offers nothing to apply", async () => {
    await section();
    choose('{"strictness": "strict", "actions": {"health": "blok"}}');
    await vi.waitFor(() => expect(said()).toContain("Nothing was changed: the file has faults."));
    expect(said()).toMatch(/actions\.health is "blok".*Did you mean "block"\?/);
    expect(said()).not.toContain("Apply to this browser");
    expect(find("#policy-file-chosen").getAttribute("aria-invalid")).toBe("true");
  });
});
