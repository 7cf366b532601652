/** A Patient resource of FHIR R4 to one of the list. Loose: what we do not read may be anything. */
import { z } from "../../contract/zod.ts";
import { handleOf, isProfile } from "./contact-values.ts";
import type { Named } from "./fields-of-person.ts";

const text = z.optional(z.string());

const humanName = z.looseObject({
  use: text,
  text,
  family: text,
  given: z.optional(z.array(z.nullable(z.string()))),
  period: z.optional(z.looseObject({ end: text })),
});
export type HumanName = z.infer<typeof humanName>;

const coding = z.looseObject({ system: text, code: text });

export const patient = z.looseObject({
  resourceType: z.literal("Patient"),
  id: text,
  active: z.optional(z.boolean()),
  deceasedBoolean: z.optional(z.boolean()),
  deceasedDateTime: text,
  meta: z.optional(
    z.looseObject({ tag: z.optional(z.array(coding)), security: z.optional(z.array(coding)) }),
  ),
  name: z.optional(z.array(humanName)),
  telecom: z.optional(z.array(z.looseObject({ system: text, value: text }))),
  birthDate: text,
  identifier: z.optional(
    z.array(
      z.looseObject({
        system: text,
        value: text,
        type: z.optional(z.looseObject({ text, coding: z.optional(z.array(coding)) })),
      }),
    ),
  ),
  link: z.optional(
    z.array(z.looseObject({ type: text, other: z.optional(z.looseObject({ reference: text })) })),
  ),
});
export type Patient = z.infer<typeof patient>;

export const resource = z.looseObject({ resourceType: z.string() });
export const entry = z.looseObject({ fullUrl: text, resource: z.optional(resource) });

/** Ids of what must be used in this record's place. */
export function replacedBy({ link = [] }: Patient): string[] {
  return link.flatMap(({ type, other }) =>
    type === "replaced-by" && other?.reference !== undefined ? [idIn(other.reference)] : [],
  );
}

/** "Patient/7/_history/2", "https://ehr.example/fhir/Patient/7" and "urn:uuid:7" all mean 7. */
export function idIn(reference: string): string {
  return (reference.split("/_history/")[0] ?? "").split(/[/:]/).at(-1) ?? "";
}

/** Marked as made for testing (HL7 v3 ActReason HTEST). */
export function isMarkedAsTest({ meta }: Patient): boolean {
  return [...(meta?.tag ?? []), ...(meta?.security ?? [])].some(({ code }) => code === "HTEST");
}

/** Inactive and deceased people stay patients: what is known about them stays protected (45 CFR 160.103, 164.502(f)). */
export function isInactive({ active, deceasedBoolean, deceasedDateTime }: Patient): boolean {
  return active === false || deceasedBoolean === true || deceasedDateTime !== undefined;
}

export function valuesOf(one: Patient, today: string): Named[] {
  return [
    ...namesOf(one.name ?? [], today),
    ...(one.telecom ?? []).flatMap(({ system, value = "" }): Named[] => {
      if (system === "phone" || system === "sms") return [["phones", value.replace(/^tel:/i, "")]];
      if (system === "email") return [["emails", value]];
      if (isProfile(value) || value.startsWith("@")) return [["handles", handleOf(value)]];
      return [];
    }),
    ...(one.birthDate === undefined ? [] : [["birthDates", one.birthDate] as const]),
    ...recordNumbersOf(one),
  ];
}

function namesOf(all: readonly HumanName[], today: string): Named[] {
  const isFormer = ({ use, period }: HumanName): boolean =>
    use === "old" || (period?.end !== undefined && period.end < today);
  const names = all.filter(({ use }) => use !== "anonymous");
  const current = names.filter((name) => !isFormer(name) && name.use !== "maiden" && name.use !== "nickname");
  const main =
    current.find(({ use }) => use === "official") ??
    current.find(({ use }) => use === "usual") ??
    current[0] ??
    names.find(({ use }) => use !== "nickname") ??
    names[0];
  if (!main) return [];
  const values: Named[] = [];
  const given = givenOf(main);
  const family = main.family?.trim() ?? "";
  if (given === "" && family === "") values.push(["name", main.text ?? ""]);
  else values.push(["given", given], ["family", family]);
  for (const name of names) {
    if (name === main) continue;
    const [first, last] = [givenOf(name), name.family?.trim() ?? ""];
    if (name.use === "nickname") values.push(["preferred", first || (name.text ?? "")]);
    else if (name.use === "maiden" && last !== "") values.push(["formerFamilies", last]);
    else if (first !== "" && last !== "" && last.toLowerCase() !== family.toLowerCase()) {
      values.push(["aliases", `${first} ${last}`]);
    } else if (first !== "" && first !== given) values.push(["nicknames", first]);
    else if (first === "" && last !== "") values.push(["formerFamilies", last]);
    else if (first === "" && name.text !== undefined) values.push(["aliases", name.text]);
  }
  return values;
}

function givenOf({ given = [] }: HumanName): string {
  return given.flatMap((one) => one?.trim() || []).join(" ");
}

/** The record numbers proper where the types say which they are, or else those that are no number of a state. */
function recordNumbersOf({ identifier = [] }: Patient): Named[] {
  const codesOf = (one: (typeof identifier)[number]): string[] => [
    ...(one.type?.coding ?? []).map(({ code = "" }) => code),
    one.type?.text ?? "",
  ];
  const records = identifier.filter((one) =>
    codesOf(one).some((code) => /^(?:MR|MRN|PI|PT|MRT)$/i.test(code)),
  );
  const untyped = identifier.filter(
    (one) => !one.type && !/ssn|npi|mbi|passport|driver/i.test(one.system ?? ""),
  );
  return (records.length > 0 ? records : untyped).map(({ value = "" }) => ["recordNumbers", value]);
}
