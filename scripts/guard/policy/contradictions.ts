/** What is at odds with itself. Here settings are known by name: each sentence is about these and no others. */
import { daysBetween } from "../../../src/contract/calendar-day.ts";
import { readList } from "../../../src/contract/policy-file.ts";
import type { InForce } from "../../../src/contract/policy-file.ts";
import type { Action } from "../../../src/engine/model.ts";
import { isList, isObject, own } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject, JsonPath } from "../../../src/policy-file/json.ts";
import { counted, dayOf, dayWords } from "./value-words.ts";
import type { Doubt } from "./weak-settings.ts";

/** Days. Enough to see what would be stopped; more is a practice without a guard. */
const longMonitoring = 30;
/** 45 CFR 164.316(b)(2)(i). */
const leastYears = 6;

type Found = (path: JsonPath, what: string, remedy: string) => void;

export function contradictions(file: JsonObject, { policy, given }: InForce, now: number): Doubt[] {
  const found: Doubt[] = [];
  const note: Found = (path, what, remedy) => void found.push({ path, what, remedy });
  const has = (name: string): boolean => given.has(name);

  const isSilent = actionsOf(policy).every((action) => action === "allow" || action === "record");
  if (isSilent)
    note(
      ["actions"],
      "no category warns or blocks, so that only phrases that are always stopped are ever spoken about",
      "Let at least the patient list block.",
    );
  if (isSilent && policy.strictness === "strict" && has("strictness"))
    note(["strictness"], "strict has no effect while no category warns or blocks", "See to the actions.");
  if (!Object.values(policy.sites).includes(true) && policy.extraSites.length === 0)
    note(["sites"], "no site is watched: nothing is checked anywhere", "Switch one on.");
  if (!Object.values(policy.surfaces).includes(true))
    note(["surfaces"], "no kind of box is watched: nothing is checked anywhere", "Switch one on.");

  goingOn(policy, has, note);
  phrases(policy, file, note);
  dates(policy, now, note);
  boxes(policy, file, note);
  return found;
}

/** Everywhere, and in each kind of box. */
const actionsOf = ({ actions, surfaceActions }: InForce["policy"]): (Action | undefined)[] =>
  [actions, ...Object.values(surfaceActions)].flatMap((one) => Object.values(one ?? {}));

function goingOn(policy: InForce["policy"], has: (name: string) => boolean, note: Found): void {
  const { postAnyway, reasonRequired, reasonFreeText, reasons, secondPerson, approvers } = policy;
  const never = postAnyway === "never";
  const withReason = actionsOf(policy).includes("warn-with-reason");
  if (never && reasonRequired && has("reasonRequired"))
    note(
      ["reasonRequired"],
      "nobody is ever asked for a reason, since nobody may post anyway",
      "Leave it out, or let people post anyway after a warning.",
    );
  if (postAnyway === "always" && !reasonRequired && secondPerson === "never")
    note(
      ["postAnyway"],
      "anybody may post anything that was stopped, without a reason",
      "Ask for a reason, or let people go on after warnings only.",
    );
  if (!never && !reasonFreeText && reasons.length === 0 && (reasonRequired || withReason))
    note(
      has("reasonFreeText") ? ["reasonFreeText"] : ["reasons"],
      "a reason is asked for, may not be written, and none is offered: nobody can post anyway",
      "Offer reasons, or let people write one.",
    );
  if (reasons.length > 0 && (never || !(reasonRequired || withReason)))
    note(
      ["reasons"],
      never ? "no reason is ever offered, since nobody may post anyway" : "no reason is asked for",
      never ? "Leave them out." : "Ask for a reason, or leave them out.",
    );
  if (secondPerson !== "never" && !never && approvers.length === 0)
    note(
      ["secondPerson"],
      "a colleague’s code is needed, and nobody is there who could give one: nobody can post anyway",
      "List the approvers: guard policy approver makes the entry for one.",
    );
  if (approvers.length > 0 && (secondPerson === "never" || never))
    note(
      ["approvers"],
      never ? "nobody may post anyway, so that no code is ever asked for" : "no code is ever asked for",
      'Say when one is: "secondPerson": "stopped" or "always".',
    );
  if (secondPerson === "stopped" && postAnyway === "warnings" && has("secondPerson"))
    note(
      ["secondPerson"],
      "a draft that was stopped cannot be posted anyway, so that no code is ever asked for",
      'Let people post anyway always, or ask for the code "always".',
    );
}

function phrases(policy: InForce["policy"], file: JsonObject, note: Found): void {
  const stopped = new Set(policy.alwaysStop.map(({ text }) => text.toLowerCase()));
  const allowed = own(file, "alwaysAllow");
  (isList(allowed) ? allowed : []).forEach((entry, index) => {
    if (typeof entry === "string" && stopped.has(entry.trim().toLowerCase()))
      note(
        ["alwaysAllow", index],
        "this phrase is always stopped too, and that wins",
        "Take it off one of the two lists.",
      );
  });
  const stops = own(file, "alwaysStop");
  (isList(stops) ? stops : []).forEach((entry, index) => {
    if (!isObject(entry) || typeof entry["category"] !== "string") return;
    const action = new Map<string, string>(Object.entries(policy.actions)).get(entry["category"]);
    if (action === "allow" || action === "record")
      note(
        ["alwaysStop", index, "category"],
        `this phrase warns, although its category is set to ${action}`,
        "Check that this is meant.",
      );
  });
}

function dates({ monitor, patientList, retentionYears }: InForce["policy"], now: number, note: Found): void {
  const today = dayOf(now);
  if (monitor) {
    const { from, until } = monitor;
    const days = daysBetween(from, until) ?? 0;
    if (days > longMonitoring)
      note(
        ["monitor"],
        `nothing is held for ${counted(days, "day")}`,
        `Two weeks show what would be stopped; let it end ${counted(longMonitoring, "day")} after it begins, or earlier.`,
      );
    if (until <= today)
      note(
        ["monitor"],
        `this is over since ${dayWords(until)}: everything is enforced`,
        "Take it out: nothing is left of it.",
      );
    else if (from < today)
      note(
        ["monitor", "from"],
        `this day is past, so that nothing is held from the moment at which the policy arrives until ${dayWords(until)}`,
        "Check that this is meant.",
      );
  }
  const expires = patientList?.expires;
  if (expires !== undefined && expires <= today)
    note(
      ["patientList", "expires"],
      `the list is not used since ${dayWords(expires)}, and every draft is unchecked`,
      "Seal a list anew, and name it with a later day.",
    );
  if (retentionYears < leastYears)
    note(
      ["retentionYears"],
      `a record that serves as documentation is kept for ${leastYears} years (45 CFR 164.316(b)(2)(i))`,
      `Write ${leastYears} or more, or keep the exported record that long elsewhere.`,
    );
}

function boxes({ sites, surfaces }: InForce["policy"], file: JsonObject, note: Found): void {
  const places = [
    ["selectorOverrides", (entry: Json) => readList("selectorOverrides", [entry]).entries],
    ["extraSites", (entry: Json) => readList("extraSites", [entry]).entries],
  ] as const;
  for (const [name, read] of places) {
    const list = own(file, name);
    (isList(list) ? list : []).forEach((entry, index) => {
      const [place] = read(entry);
      if (!place) return;
      const off = [
        ...("site" in place && !sites[place.site] ? [place.site] : []),
        ...(surfaces[place.surface] ? [] : [place.surface]),
      ];
      if (off.length > 0)
        note(
          [name, index],
          `has no effect: ${off.join(" and ")} is switched off`,
          "Switch it on, or take this out.",
        );
    });
  }
}
