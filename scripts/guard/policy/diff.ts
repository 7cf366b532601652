/** `guard policy diff`: what a change of the policy loosens and tightens. */
import { choices, inherited, rank } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { meaningOf } from "../../../src/contract/meanings.ts";
import { inForce } from "../../../src/contract/policy-file.ts";
import { listNames } from "../../../src/contract/policy.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import { mayChoose } from "./change.ts";
import type { Change, Direction, Side } from "./change.ts";
import { listChanges, valueChanges } from "./diff-values.ts";
import { leftOut } from "./left-out.ts";
import type { LeftOut } from "./left-out.ts";
import { readPolicy } from "./read-policy.ts";
import { levelOf, otherNames, policyChoice } from "./setting-words.ts";

const sideOf = (file: JsonObject): Side => ({ file, forced: inForce(file) });

/** What `newer` changes at a browser that had `older`. Of both only what can be used counts. */
export function changesBetween(older: JsonObject, newer: JsonObject): Change[] {
  const [before, after] = [sideOf(older), sideOf(newer)];
  const told = new Map(choices.map((choice) => [choice.path, choiceChanges(choice, before, after)]));
  return [
    ...choices.flatMap((choice) => {
      const own = told.get(choice.path) ?? [];
      const from = told.get(inherited(choice).path) ?? [];
      // What changes in each kind of box is said once.
      return choice.inherits !== undefined && sameChanges(own, from) ? [] : own;
    }),
    ...listNames.flatMap((name) => listChanges(name, before, after)),
    ...otherNames.flatMap((name) => valueChanges(name, before, after)),
  ];
}

const sameChanges = (some: readonly Change[], others: readonly Change[]): boolean =>
  some.length === others.length &&
  some.every(({ direction, words }, at) => direction === others[at]?.direction && words === others[at].words);

/** What is in force, the loosest that a browser may have, and the strictest. */
function rangeOf(choice: Choice, { file, forced }: Side): { value: ChoiceValue; ends: readonly number[] } {
  const value = policyChoice(forced.policy, choice);
  const level = levelOf(file, choice, forced);
  const at = rank(choice, value);
  const top = rank(choice, choice.values.at(-1) ?? value);
  return { value, ends: [level === "default" ? 0 : at, level === "fixed" ? at : top] };
}

const seatWords = [
  ["a browser may no longer choose something looser", "each browser may now choose for itself"],
  ["a browser may now choose something stricter", "what a browser has made stricter counts no more"],
] as const;

function choiceChanges(choice: Choice, before: Side, after: Side): Change[] {
  const [old, now] = [rangeOf(choice, before), rangeOf(choice, after)];
  const { path } = choice;
  const step = Math.sign(rank(choice, now.value) - rank(choice, old.value));
  const found: Change[] = [];
  if (old.value !== now.value)
    found.push({
      path,
      direction: directionOf(step),
      words: `${String(old.value)} → ${String(now.value)}. ${meaningOf(choice, now.value)}`,
    });
  if (choice.isUnordered) {
    const isFree = (side: Side): boolean => levelOf(side.file, choice, side.forced) === "default";
    if (isFree(before) !== isFree(after))
      found.push({ path, direction: "neutral", words: mayChoose(isFree(after)) });
    return found;
  }
  seatWords.forEach(([stricter, looser], index) => {
    const seat = Math.sign((now.ends[index] ?? 0) - (old.ends[index] ?? 0));
    if (seat === 0 || found.some(({ direction }) => direction === directionOf(seat))) return;
    found.push({ path, direction: directionOf(seat), words: seat > 0 ? stricter : looser });
  });
  return found;
}

const directionOf = (step: number): Direction => (step > 0 ? "tightens" : step < 0 ? "loosens" : "neutral");

const leftOutHeading = `Left out in the new one. Chrome and Edge take such a setting for a broken one: what is stricter stays in force, and a fault is
named. For those browsers write what is meant:`;
const leftOutWords = ({ path, write }: LeftOut): string =>
  `  ${path}: ${write === undefined ? "another value; it cannot be taken back alone" : JSON.stringify(write)}`;

const headings = [
  ["loosens", "Loosens"],
  ["tightens", "Tightens"],
  ["neutral", "Changes, neither looser nor stricter"],
] as const;

/** 3 where anything is loosened, so that a script can ask somebody. */
export async function diffPolicies(older: string, newer: string, json: boolean): Promise<number> {
  const [old, now] = [await readPolicy(older), await readPolicy(newer)];
  const changes = changesBetween(old, now);
  const gone = leftOut(sideOf(old), sideOf(now));
  const of = (direction: Direction): Change[] => changes.filter((one) => one.direction === direction);
  if (json)
    console.log(
      JSON.stringify(
        { ...Object.fromEntries(headings.map(([direction]) => [direction, of(direction)])), leftOut: gone },
        null,
        2,
      ),
    );
  else if (changes.length === 0) console.log("Nothing changes.");
  else
    for (const [direction, heading] of headings) {
      const some = of(direction);
      if (some.length > 0)
        console.log(`${heading}:\n${some.map(({ path, words }) => `  ${path}: ${words}`).join("\n")}`);
    }
  if (!json && gone.length > 0) console.log(`${leftOutHeading}\n${gone.map(leftOutWords).join("\n")}`);
  return of("loosens").length > 0 ? 3 : 0;
}
