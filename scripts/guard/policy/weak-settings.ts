/** What a policy may say, and probably should not: looser than the default, without effect, or at odds with itself. */
import { choices, inherited, isValueOf, rank } from "../../../src/contract/choices.ts";
import { meaningOf } from "../../../src/contract/meanings.ts";
import { entryKey, givenFor, inForce, isSetBy, readList } from "../../../src/contract/policy-file.ts";
import type { InForce } from "../../../src/contract/policy-file.ts";
import { declared, leveledNames, listNames } from "../../../src/contract/policy.ts";
import type { ListName } from "../../../src/contract/policy.ts";
import { isList, own } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject, JsonPath } from "../../../src/policy-file/json.ts";
import { contradictions } from "./contradictions.ts";
import { levelOfOther, policyChoice } from "./setting-words.ts";
import { secretPaths } from "./value-words.ts";
import { unsafeReplies } from "./weak-replies.ts";

export interface Doubt {
  readonly path: JsonPath;
  readonly what: string;
  readonly remedy: string;
}

/** At `now` (milliseconds). Total: any object will do. What cannot be used is no doubt but a fault, and is not named here. */
export function doubtsAbout(file: JsonObject, now: number): Doubt[] {
  const forced = inForce(file);
  const found = [
    ...looser(file, forced),
    ...secrets(file),
    ...twice(file),
    ...levels(file, forced),
    ...contradictions(file, forced, now),
    ...unsafeReplies(file, forced.policy),
  ];
  if (forced.given.size === 0)
    found.push({
      path: [],
      what: "the file sets nothing",
      remedy: "guard policy init writes one to begin with.",
    });
  return found;
}

function looser(file: JsonObject, { policy }: InForce): Doubt[] {
  return choices.flatMap((choice): Doubt[] => {
    const value = givenFor(file, choice);
    const from = inherited(choice);
    const usual = choice.inherits === undefined ? choice.fallback : policyChoice(policy, from);
    if (!isValueOf(choice, value) || rank(choice, value) >= rank(choice, usual)) return [];
    const than = choice.inherits === undefined ? "the default" : `${from.path} says`;
    const what = `${String(value)} is looser than ${than}, ${String(usual)}: ${meaningOf(choice, value)}`;
    return [
      { path: choice.path.split("."), what: what.replace(/\.$/, ""), remedy: "Check that this is meant." },
    ];
  });
}

const secrets = (file: JsonObject): Doubt[] =>
  secretPaths(file).map((path) => ({
    path,
    what: "whoever can read this file can use what this opens",
    remedy: "Keep the file as secret as that, and so the place it is rolled out from.",
  }));

function twice(file: JsonObject): Doubt[] {
  return listNames.flatMap((name) => {
    const seen = new Set<string>();
    const list = own(file, name);
    return (isList(list) ? list : []).flatMap((entry, index): Doubt[] => {
      const key = keyOf(name, entry);
      if (key === undefined || !seen.has(key)) {
        if (key !== undefined) seen.add(key);
        return [];
      }
      return [{ path: [name, index], what: "is on the list already", remedy: "Delete one of the two." }];
    });
  });
}

function keyOf(name: ListName, entry: Json): string | undefined {
  const [only] = readList(name, [entry]).entries;
  return only === undefined ? undefined : entryKey(only);
}

/** Without these in the hands of the admin alone the rest of the policy promises little. */
const grave = new Set<string>(["strictness", "actions", "unchecked", "postAnyway", "secondPerson"]);

function levels(file: JsonObject, forced: InForce): Doubt[] {
  return leveledNames.flatMap((name): Doubt[] => {
    const said = givenFor(file, { path: `levels.${name}` });
    if (said === undefined) return [];
    const path = ["levels", name];
    const { title, kind, more } = declared[name];
    const level = kind === "choice" ? said : levelOfOther(name, forced);
    const found: Doubt[] = [];
    if (level === "default" && grave.has(name))
      found.push({
        path,
        what: `anybody at a browser may loosen it (${title})`,
        remedy: `Write "tighten", so that nobody there can choose less than this policy, or leave it out.`,
      });
    if (level === "default" && kind === "list" && more === "looser")
      found.push({
        path,
        what: "anybody at a browser may add what is then no finding",
        remedy: "Check that this is meant.",
      });
    if (level === "tighten" && kind === "list" && more !== "stricter")
      found.push({
        path,
        what: "there is nothing stricter to add: nobody may add to it, as with fixed",
        remedy: 'Write "fixed", or "default" if browsers may add to it.',
      });
    const isSet =
      isSetBy(name, forced.given) || (name === "actions" && isSetBy("surfaceActions", forced.given));
    if (!isSet && said === "fixed")
      found.push({
        path,
        what: `the policy does not set ${name}: the default is fixed`,
        remedy: `Say what ${name} is to be, or leave its level out.`,
      });
    return found;
  });
}
