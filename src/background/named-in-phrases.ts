import type { Draft, Verdict } from "../engine/model.ts";
import type { Policy } from "../contract/policy.ts";

type Phrases = Partial<{ [K in "alwaysStop" | "alwaysAllow"]: Policy[K] | undefined }>;

/**
 * Whether a phrase that is new in `wanted` names somebody on the patient list. Phrases are kept as they are written, and
 * a patient's name must not be: the list has it already, without the name.
 */
export function namesPatient(
  wanted: Phrases,
  known: Pick<Policy, "alwaysStop" | "alwaysAllow">,
  check: (draft: Draft) => Verdict,
): boolean {
  const before = new Set(textsOf(known));
  return textsOf(wanted)
    .filter((text) => !before.has(text))
    .some((text) =>
      check({ text, site: "facebook", surface: "post" }).findings.some(
        ({ category, rule }) => category === "patient-match" || rule === "engine-fault",
      ),
    );
}

const textsOf = ({ alwaysStop = [], alwaysAllow = [] }: Phrases): readonly string[] => [
  ...alwaysStop.flatMap(({ text, reason = "" }) => [text, reason]),
  ...alwaysAllow,
];
