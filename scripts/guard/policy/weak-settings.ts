/** What a policy may say, and probably should not: looser than the default, without effect, or at odds with itself. */
import { choices, isValueOf, rank } from "../../../src/contract/choices.ts";
import { meaningOf } from "../../../src/contract/meanings.ts";
import { givenFor, inForce } from "../../../src/contract/policy-file.ts";
import { phraseKey } from "../../../src/contract/policy-phrases.ts";
import { listNames } from "../../../src/contract/policy.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { isList, isObject, own } from "../../../src/policy-file/json.ts";
import type { JsonObject, JsonPath } from "../../../src/policy-file/json.ts";
import { otherNames, secretsOf } from "./setting-words.ts";

export interface Doubt {
  readonly path: JsonPath;
  readonly what: string;
  readonly remedy: string;
}

/** Total: any object will do. What cannot be used is no doubt but a fault, and is not named here. */
export function doubtsAbout(file: JsonObject): Doubt[] {
  const { policy, given } = inForce(file);
  const found = [...looser(file), ...secrets(file), ...twice(file), ...contradictions(policy, file)];
  if (given.size === 0)
    found.push({
      path: [],
      what: "the file sets nothing",
      remedy: "guard policy init writes one to begin with.",
    });
  return found;
}

function looser(file: JsonObject): Doubt[] {
  return choices.flatMap((choice) => {
    const value = givenFor(file, choice);
    const usual = choice.fallback;
    if (!isValueOf(choice, value) || rank(choice, value) >= rank(choice, usual)) return [];
    const what = `${String(value)} is looser than the default, ${String(usual)}: ${meaningOf(choice, value)}`;
    return [
      { path: choice.path.split("."), what: what.replace(/\.$/, ""), remedy: "Check that this is meant." },
    ];
  });
}

function secrets(file: JsonObject): Doubt[] {
  return otherNames.flatMap((name) => {
    const value = own(file, name);
    const held = isObject(value) ? secretsOf(name).filter((part) => own(value, part) !== undefined) : [];
    return held.map((part) => ({
      path: [name, part],
      what: "whoever can read this file can open what this opens",
      remedy: "Keep the file as secret as that, and so the place it is rolled out from.",
    }));
  });
}

function twice(file: JsonObject): Doubt[] {
  return listNames.flatMap((name) => {
    const seen = new Set<string>();
    const list = own(file, name);
    return (isList(list) ? list : []).flatMap((entry, index) => {
      const key = keyOf(entry);
      if (key === undefined || !seen.has(key)) {
        if (key !== undefined) seen.add(key);
        return [];
      }
      return [{ path: [name, index], what: "is on the list already", remedy: "Delete one of the two." }];
    });
  });
}

function keyOf(entry: unknown): string | undefined {
  if (typeof entry === "string") return phraseKey(entry.trim());
  if (typeof entry !== "object" || entry === null || !("text" in entry) || typeof entry.text !== "string")
    return undefined;
  const category =
    "category" in entry && typeof entry.category === "string" ? entry.category : "relationship";
  return `${category} ${entry.text.trim().toLowerCase()}`;
}

/** Here settings are known by name: each sentence is about these and no others. */
function contradictions(policy: Policy, file: JsonObject): Doubt[] {
  const found: Doubt[] = [];
  const has = (name: string): boolean => own(file, name) !== undefined;
  const silent = Object.values(policy.actions).every((action) => action === "allow" || action === "record");
  if (silent)
    found.push({
      path: ["actions"],
      what: "no category warns or blocks, so that only phrases that are always stopped are ever spoken about",
      remedy: "Let at least the patient list block.",
    });
  if (silent && policy.strictness === "strict" && has("strictness"))
    found.push({
      path: ["strictness"],
      what: "strict has no effect while no category warns or blocks",
      remedy: "See to the actions.",
    });
  if (!Object.values(policy.sites).includes(true))
    found.push({
      path: ["sites"],
      what: "no site is watched: nothing is checked anywhere",
      remedy: "Switch one on.",
    });
  if (policy.postAnyway === "never" && policy.reasonRequired && has("postAnyway") && has("reasonRequired"))
    found.push({
      path: ["reasonRequired"],
      what: "nobody is ever asked for a reason, since nobody may post anyway",
      remedy: "Leave it out, or let people post anyway after a warning.",
    });
  if (policy.postAnyway === "always" && !policy.reasonRequired)
    found.push({
      path: ["postAnyway"],
      what: "anybody may post anything that was stopped, without a reason",
      remedy: "Ask for a reason, or let people go on after warnings only.",
    });
  const stopped = new Set(policy.alwaysStop.map(({ text }) => text.toLowerCase()));
  const allowed = own(file, "alwaysAllow");
  (isList(allowed) ? allowed : []).forEach((entry, index) => {
    if (typeof entry === "string" && stopped.has(entry.trim().toLowerCase()))
      found.push({
        path: ["alwaysAllow", index],
        what: "this phrase is always stopped too, and that wins",
        remedy: "Take it off one of the two lists.",
      });
  });
  const stops = own(file, "alwaysStop");
  (isList(stops) ? stops : []).forEach((entry, index) => {
    if (!isObject(entry) || typeof entry["category"] !== "string") return;
    const action = new Map<string, string>(Object.entries(policy.actions)).get(entry["category"]);
    if (action === "allow" || action === "record")
      found.push({
        path: ["alwaysStop", index, "category"],
        what: `this phrase warns, although its category is set to ${action}`,
        remedy: "Check that this is meant.",
      });
  });
  return found;
}
