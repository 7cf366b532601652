/** `guard policy lint`: what is wrong with a policy file, and what would be in force in place of it. */
import type { ChoiceValue } from "../../../src/contract/choices.ts";
import { inForce } from "../../../src/contract/policy-file.ts";
import { mostFaults } from "../../../src/policy-file/fault-words.ts";
import { insteadOf } from "./instead.ts";
import { placeWords } from "../../../src/policy-file/placed-json.ts";
import { shownPath } from "../../../src/policy-file/look-at-policy.ts";
import type { PolicyFault, SeenPolicy } from "../../../src/policy-file/look-at-policy.ts";
import { seePolicy } from "./read-policy.ts";
import { doubtsAbout } from "./weak-settings.ts";

export interface LintLine {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly what: string;
  readonly remedy: string;
}

export interface LintError extends LintLine {
  /** In words, and where the fault is about choices, the value of each. */
  readonly instead: string;
  readonly values: Readonly<Record<string, ChoiceValue>>;
}

export interface Lint {
  readonly errors: readonly LintError[];
  readonly warnings: readonly LintLine[];
}

/** `now` in milliseconds: some settings have a day on which they end. */
export function lintOf({ value, faults, doubts, placeAt }: SeenPolicy, now: number): Lint {
  const forced = value && inForce(value);
  const errors = faults.map((fault): LintError => {
    const { words, values } = insteadOf(fault.path, forced);
    return { ...lineOf(fault), instead: fault.taken ?? words, values };
  });
  const weak =
    value === undefined ? [] : doubtsAbout(value, now).map((one) => ({ ...one, place: placeAt(one.path) }));
  const warnings = [...doubts, ...weak].sort(
    ({ place: a }, { place: b }) => a.line - b.line || a.column - b.column,
  );
  return { errors, warnings: warnings.slice(0, mostFaults).map(lineOf) };
}

const lineOf = ({ place, path, what, remedy }: PolicyFault): LintLine => ({
  ...place,
  path: shownPath(path),
  what,
  remedy,
});

export interface LintOptions {
  readonly json: boolean;
  /** Warnings are errors. */
  readonly strict: boolean;
}

/** 1 where there is an error. */
export async function lintPolicy(file: string, { json, strict }: LintOptions): Promise<number> {
  const { errors, warnings } = lintOf(await seePolicy(file), Date.now());
  if (json) console.log(JSON.stringify({ file, errors, warnings }, null, 2));
  else {
    for (const one of errors) {
      console.log(`${headOf(file, one)}: error: ${bodyOf(one)}`);
      console.log(`  in force instead: ${one.instead}`);
    }
    for (const one of warnings)
      console.log(`${headOf(file, one)}: ${strict ? "error" : "warning"}: ${bodyOf(one)}`);
    console.log(summary(file, errors.length + (strict ? warnings.length : 0), strict ? 0 : warnings.length));
  }
  return errors.length > 0 || (strict && warnings.length > 0) ? 1 : 0;
}

const headOf = (file: string, { line, column }: LintLine): string =>
  `${file}:${placeWords({ line, column })}`;
const bodyOf = ({ path, what, remedy }: LintLine): string =>
  `${path === "" ? "" : `${path}: `}${what}. ${remedy}`;

function summary(file: string, errors: number, warnings: number): string {
  if (errors === 0 && warnings === 0) return `${file}: nothing to mend`;
  const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  return `${file}: ${counted(errors, "error")}, ${counted(warnings, "warning")}`;
}
