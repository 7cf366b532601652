/** What the worker of the gate's model says: of a draft, and of the policy. */
import type { Checked } from "../../../src/contract/messages.ts";
import { strictest } from "../../../src/content/gate-state.ts";
import type { Observed, Settings } from "../../../src/content/gate-state.ts";

/** What the policy of each version says: the version names it. */
const said: Readonly<Record<string, Partial<Settings>>> = {
  k1: { siteOn: false },
  k2: { unchecked: "let-go-and-record" },
  k3: { surfacesOff: ["comment"] },
  k4: { monitoring: true, unchecked: "let-go-and-record" },
};
export const versions = ["k0", "k1", "k2", "k3", "k4"] as const;

export const settingsOf = (version: string | undefined): Settings => ({
  ...strictest,
  ...said[version ?? ""],
});

/** Judged by the text alone, so that every kind is met often. */
export function judge(observed: Observed, knowledge: string): Checked {
  const { text, attachments } = observed.draft;
  const letters = [...text, ...knowledge].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const isMedia = (attachments ?? []).some(({ attested }) => !attested);
  const verdict = isMedia ? "block" : (["allow", "allow", "warn", "block"] as const)[letters % 4];
  return {
    knowledge,
    verdict: { verdict: verdict ?? "block", findings: [], alternatives: [] },
    permission: {
      postAnyway: verdict === "warn",
      reasonRequired: text.length % 2 === 0,
      reasons: ["asked by phone"],
      freeText: text.length % 3 !== 0,
      secondPerson: text.length % 5 < 2,
    },
    note: verdict === "allow" && letters % 8 < 4,
  };
}
