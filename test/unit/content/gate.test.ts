import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { step } from "../../../src/content/gate.ts";
import { findFault } from "./gate-commands.ts";
import type { StepFunction } from "./gate-model.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = join(root, ".cache/mutants");

type Change = readonly [from: string, to: string];

/** Ways to break the gate: each must be found by the same property that holds for the real one. */
const mutations: readonly (readonly [name: string, ...changes: Change[]])[] = [
  ["lets an unchecked draft go", ['return hold("unchecked", "unchecked");', "return pass(state);"]],
  [
    "takes a warning for leave",
    ['checked.verdict.verdict === "allow"', 'checked.verdict.verdict !== "block"'],
  ],
  [
    "keeps verdicts under new knowledge",
    ["verdicts: new Map(),\n    inFlight", "verdicts: state.verdicts,\n    inFlight"],
  ],
  [
    "takes an answer for whatever text is there now",
    [
      "const key = state.inFlight.get(event.request);",
      'const key = state.current ? keyOf(state.current) : "";',
    ],
  ],
  [
    "keeps an approval for another text",
    ["...nothingHeld,\n    codeProblem: codeOutrun(state),\n    current", "current"],
  ],
  [
    "takes an approval for any text",
    ["if (isApproved(state)) return", "if (state.approval) return"],
    ["...nothingHeld,\n    codeProblem: codeOutrun(state),\n    current", "current"],
  ],
  [
    "approves without a reason",
    [
      "!isReasonGiven(permission, reason)",
      "!isReasonGiven({ ...permission, reasonRequired: false }, reason)",
    ],
  ],
  ["approves where policy forbids", ["!permission?.postAnyway || ", "!permission || "]],
  [
    "takes any reason where policy offers some",
    ["!isReasonGiven(permission, reason)", "!isReasonGiven({ ...permission, freeText: true }, reason)"],
  ],
  ["asks for no colleague's code", [" || (permission.secondPerson && !code)", ""]],
  [
    "approves before it is on record",
    ["asking: { request, approval }, codeProblem", "asking: { request, approval }, approval, codeProblem"],
  ],
  [
    "takes the answer to one code for that to another",
    ["state.asking?.request !== event.request", "!state.asking"],
  ],
  ["takes a wrong code", ["event.problem === null", "event"]],
  ["keeps the code for itself", ["code: event.code,", "code: undefined,"]],
  ["forgets what is only to be recorded", ['record("recorded"));\n  }', "[]);\n  }"]],
  [
    "keeps no trace while the policy only watches",
    ['recorded: "recorded" }, record("recorded"));\n    return', 'recorded: "recorded" });\n    return'],
  ],
  ["records what nobody asked for", ["if (!checked.note) return pass({ ...state, held: undefined });", ""]],
  ["takes every policy for one that only watches", ["if (monitoring) return", "if (record) return"]],
  [
    "holds where it is switched off",
    [
      "isEmpty(current.draft) || isSwitchedOff(state)) return pass(state);",
      "isEmpty(current.draft)) return pass(state);",
    ],
  ],
  [
    "keeps an attestation for other files",
    ["state.attested === observed.composer + filesOf(attachments)", "state.attested !== undefined"],
    ["attested: filesKept ? state.attested : undefined", "attested: state.attested"],
  ],
  [
    "keeps an attestation that is taken back",
    [
      "event.isGiven ? state.current.composer + filesOf(attachments) : undefined",
      "state.current.composer + filesOf(attachments)",
    ],
  ],
  ["lets go what an orphan should hold", ["if (state.orphaned)\n    return", "if (false)\n    return"]],
  ["takes what was said under any policy", ["if (!isForNow(state, request, knowledge))", "if (!state)"]],
  [
    "takes the answer to any question for the settings",
    ["if (state.waking?.request !== request)", "if (!state.waking)"],
    ["if (!isForNow(state, request, knowledge))", "if (!state)"],
  ],
  ["keeps what another policy said", ["settings: { ...strictest, messages, contact, replies },", ""]],
  [
    "does not ask what a newer policy says",
    ["return isSaid ? checked : askSettings(checked);", "return isSaid ? checked : checked;"],
  ],
  [
    "lets go while the check runs",
    [
      'state.refused && (monitoring || unchecked === "let-go-and-record")',
      'unchecked === "let-go-and-record"',
    ],
  ],
  [
    "never asks again after a refusal",
    ["return startCheck({ ...state, refused: undefined });", "return only(state);"],
  ],
];

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("gate", () => {
  it("lets no text out that has no leave for exactly that text, and eats none that has", () => {
    expect(findFault(step, 4000, 20_261_125)).toBeUndefined();
  });

  it.each(mutations.map(([name, ...changes]) => ({ name, changes })))(
    "the property fails when the gate $name",
    async ({ name, changes }) => {
      let source = await readFile(join(root, "src/content/gate.ts"), "utf8");
      for (const [from, to] of changes) {
        expect(source, "the mutation must hit the source").toContain(from);
        source = source.replaceAll(from, to);
      }
      const inSources = (path: string): string => JSON.stringify(join(root, "src", path));
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${name.replaceAll(" ", "-")}.ts`);
      source = source.replaceAll(/"(\.\.?)\/(\S+\.ts)"/g, (_all: string, from: string, path: string) =>
        inSources(from === "." ? `content/${path}` : path),
      );
      await writeFile(file, source);
      const broken = (await import(/* @vite-ignore */ file)) as { step: StepFunction };
      expect(findFault(broken.step, 4000, 20_261_125)).toBeDefined();
    },
  );
});
