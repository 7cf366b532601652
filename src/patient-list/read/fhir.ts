/** FHIR R4: one Patient, a Bundle, an array, or bulk NDJSON. */
import { z } from "../../contract/zod.ts";
import { detectEncoding, lostWords, textOf } from "./decode.ts";
import type { Detected } from "./decode.ts";
import {
  entry as entrySchema,
  idIn,
  isInactive,
  isMarkedAsTest,
  patient as patientSchema,
  replacedBy,
  resource as resourceSchema,
  valuesOf,
} from "./fhir-patient.ts";
import type { Patient } from "./fhir-patient.ts";
import { personOf, previewOf } from "./fields-of-person.ts";
import type { Named } from "./fields-of-person.ts";
import { newPace } from "./pace.ts";
import type { Pace } from "./pace.ts";
import { newSameRows } from "./same-rows.ts";
import { newJsonSplitter } from "./split-json.ts";
import type { JsonPart } from "./split-json.ts";
import type { Row, Source, Trouble } from "./source.ts";

const noPatients: Trouble = {
  problem:
    "The file is JSON, but has no FHIR R4 Patient in it. Export the Patient resources, as a Bundle or as NDJSON.",
};

export async function openFhir(bytes: Uint8Array, today: string): Promise<Source | Trouble> {
  const detected = await detectEncoding(bytes, newPace());
  const rows: Row[] = [];
  let rowsAre: Source["rowsAre"] = "lines";
  const found = await eachPart(bytes, detected, newPace(), (part) => {
    const read = patientIn(part);
    if (read !== "other" && "problem" in read) return read;
    if (part.kind === "entry") rowsAre = "entries";
    if (read !== "other" && "patient" in read)
      rows.push(rowOf(part.line, valuesOf(read.patient, today), today));
    return rows.length < 5;
  });
  if (found) return found;
  if (rows.length === 0) return noPatients;
  return {
    kind: "fhir",
    rowsAre,
    encoding: detected.encoding,
    delimiter: null,
    columns: [],
    ...previewOf(rows),
    async read(_columns, each, options = {}) {
      const merged = await findMerged(bytes, detected, newPace({ signal: options.signal }));
      if ("problem" in merged) return merged;
      const reader = newPatientReader(merged, each, today);
      const trouble = await eachPart(bytes, detected, newPace(options), (part) => reader.take(part));
      if (trouble) return trouble;
      options.progress?.(1);
      const summary = reader.end();
      return "problem" in summary
        ? summary
        : { ...summary, remarks: [...summary.remarks, ...lostWords(detected)] };
    },
  };
}

/** Stops where `take` says false. */
async function eachPart(
  bytes: Uint8Array,
  detected: Detected,
  pace: Pace,
  take: (part: JsonPart) => boolean | Trouble,
): Promise<Trouble | undefined> {
  const splitter = newJsonSplitter();
  for (const { text, read } of textOf(bytes, detected)) {
    const { parts, fault } = splitter.push(text);
    for (const part of parts) {
      const taken = take(part);
      if (typeof taken === "object") return taken;
      if (!taken) return undefined;
      const rest = pace.rest(read / bytes.length);
      if (rest) await rest;
    }
    if (fault !== undefined) return jsonTrouble(`Line ${fault}`);
    const rest = pace.rest(read / bytes.length);
    if (rest) await rest;
  }
  const open = splitter.end();
  return open === undefined ? undefined : jsonTrouble(`What begins on line ${open}`);
}

function jsonTrouble(where: string): Trouble {
  return { problem: `${where} is no complete JSON. Nothing was imported. Export the file again.` };
}

/** What a part holds: a patient, something else of FHIR, or what cannot be read. */
function patientIn(
  part: JsonPart,
): { readonly patient: Patient; readonly id: string } | { readonly leftOut: string } | "other" | Trouble {
  let value: unknown;
  try {
    value = JSON.parse(part.text);
  } catch {
    return jsonTrouble(`${part.kind === "entry" ? "Entry" : "What begins on line"} ${part.line}`);
  }
  if (part.kind === "frame") return "other";
  const wrapped = part.kind === "entry" ? z.safeParse(entrySchema, value) : undefined;
  const inner = wrapped?.success === true ? (wrapped.data.resource ?? value) : value;
  const known = z.safeParse(resourceSchema, inner);
  if (!known.success || known.data.resourceType !== "Patient") return "other";
  const parsed = z.safeParse(patientSchema, inner);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
    return { leftOut: `is no Patient as FHIR R4 has it: ${place}` };
  }
  return { patient: parsed.data, id: parsed.data.id ?? idIn(wrapped?.data?.fullUrl ?? "") };
}

/** Records that another one replaced, by the id of that one. */
type Merged = ReadonlyMap<string, readonly Replaced[]>;

interface Replaced {
  readonly line: number;
  readonly id: string;
  readonly values: readonly Named[];
}

/** A first pass, only for files in which records are replaced: the new one may stand before or after the old. */
async function findMerged(bytes: Uint8Array, detected: Detected, pace: Pace): Promise<Merged | Trouble> {
  const merged = new Map<string, Replaced[]>();
  const trouble = await eachPart(bytes, detected, pace, (part) => {
    if (!part.text.includes('"replaced-by"')) return true;
    const read = patientIn(part);
    if (read === "other" || !("patient" in read)) return true;
    const [target] = replacedBy(read.patient);
    if (target === undefined) return true;
    const old = { line: part.line, id: read.id, values: valuesOf(read.patient, "9999-12-31") };
    const known = merged.get(target);
    if (known) known.push(old);
    else merged.set(target, [old]);
    return true;
  });
  return trouble ?? merged;
}

function newPatientReader(merged: Merged, each: (row: Row) => void, today: string) {
  const sameRows = newSameRows();
  const found = new Set<string>();
  let rows = 0;
  let inactive = 0;
  let others = 0;

  /** Two ids are two people, however alike. */
  function give(line: number, id: string, values: readonly Named[]): void {
    const before = sameRows.before([id, ...values.flat()], line);
    each(before === undefined ? rowOf(line, values, today) : { line, repeats: before });
  }

  return {
    take(part: JsonPart): boolean | Trouble {
      const read = patientIn(part);
      if (read === "other") {
        if (part.kind !== "frame") others++;
        return true;
      }
      if ("problem" in read) return read;
      rows++;
      if ("leftOut" in read) {
        each({ line: part.line, problem: read.leftOut });
        return true;
      }
      const { patient, id } = read;
      if (replacedBy(patient).length > 0) return true;
      if (isMarkedAsTest(patient)) {
        each({ line: part.line, problem: "is a test entry", isNoPatient: true });
        return true;
      }
      if (isInactive(patient)) inactive++;
      const old = merged.get(id) ?? [];
      if (old.length > 0) found.add(id);
      give(part.line, id, [...valuesOf(patient, today), ...old.flatMap(({ values }) => formerly(values))]);
      return true;
    },
    end() {
      if (rows === 0) return noPatients;
      for (const [id, records] of merged) {
        for (const { line, id: own, values } of records) {
          if (!found.has(id)) give(line, own, values);
          else
            each({
              line,
              problem: "was merged into another record of the file, which has its names and contacts now",
              isNoPatient: true,
            });
        }
      }
      const remarks = [
        ...(inactive > 0
          ? [
              `${inactive.toLocaleString("en-US")} are marked as inactive or deceased. They are on the list too: what is known about them stays protected.`,
            ]
          : []),
        ...(others > 0 ? [`${others.toLocaleString("en-US")} entries are no patients.`] : []),
      ];
      return { rows, remarks };
    },
  };
}

/** The names of a replaced record, as other names of the one that stands for it. */
function formerly(values: readonly Named[]): Named[] {
  const valueOf = (field: string): string => values.find(([one]) => one === field)?.[1] ?? "";
  const whole = valueOf("name") || `${valueOf("given")} ${valueOf("family")}`.trim();
  return [
    ["aliases", whole],
    ...values.filter(
      ([field]) => field !== "given" && field !== "family" && field !== "name" && field !== "birthDates",
    ),
  ];
}

function rowOf(line: number, values: readonly Named[], today: string): Row {
  const read = personOf(values, today);
  if ("problem" in read) return { line, problem: read.problem };
  return { line, person: read.person, ...(read.notes.length > 0 ? { notes: read.notes } : {}) };
}
