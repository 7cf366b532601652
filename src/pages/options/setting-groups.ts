/**
 * Which part of the page a setting is on. Only an order for the eye: one that is named nowhere is with the roll-out. The
 * practice's profile has a part of the page to itself.
 */
import { choices, levelOfChoice } from "../../contract/choices.ts";
import { isLeveled, settings } from "../../contract/policy.ts";
import type { SettingName } from "../../contract/policy.ts";

/** Ids of the sections. */
export const groups = ["policy", "going-on", "sites", "phrases", "rollout", "keeping"] as const;
export type Group = (typeof groups)[number];

const placed: Partial<Record<SettingName, Group | "practice">> = {
  practice: "practice",
  strictness: "policy",
  actions: "policy",
  surfaceActions: "policy",
  unchecked: "policy",
  postAnyway: "going-on",
  reasonRequired: "going-on",
  reasonFreeText: "going-on",
  reasons: "going-on",
  secondPerson: "going-on",
  approvers: "going-on",
  sites: "sites",
  surfaces: "sites",
  selectorOverrides: "sites",
  extraSites: "sites",
  alwaysStop: "phrases",
  alwaysAllow: "phrases",
  publicNames: "phrases",
  replies: "phrases",
  messages: "phrases",
  language: "phrases",
  retentionYears: "keeping",
  evidenceKey: "keeping",
  consoleLock: "keeping",
  acknowledgment: "keeping",
  forwarding: "keeping",
};

export const settingNames: readonly SettingName[] = Object.keys(settings).filter(
  (name): name is SettingName => Object.hasOwn(settings, name),
);

/** In the order in which they are declared. */
export function settingsOf(group: Group): readonly SettingName[] {
  return settingNames.filter((name) => (placed[name] ?? "rollout") === group);
}

/** No policy can leave it to a browser. The level of what is inherited is that of the setting it comes from. */
export function isAdminOnly(name: SettingName): boolean {
  const choice = choices.find(({ setting }) => setting === name);
  return !isLeveled(choice ? levelOfChoice(choice) : name);
}
