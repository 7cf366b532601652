/** A policy as the admin writes it: any part of the declared settings. What is left out has its default. */
import { fileIssues } from "../contract/policy-file.ts";
import { faultsOf, mostFaults } from "./fault-words.ts";
import { isList, isObject, pathWords } from "./json.ts";
import type { Json, JsonObject, JsonPath } from "./json.ts";
import { lookAtJson } from "./placed-json.ts";
import type { Place } from "./placed-json.ts";

export interface PolicyFault {
  readonly place: Place;
  /** Empty: the file as a whole. */
  readonly path: JsonPath;
  readonly what: string;
  readonly remedy: string;
  readonly taken?: string;
}

export interface SeenPolicy {
  /** What the file says, faults and all; undefined where it is no JSON or no object. */
  readonly value: JsonObject | undefined;
  readonly faults: readonly PolicyFault[];
  /** What some ways of rolling out cannot carry, or some programs do not read. No fault of the policy. */
  readonly doubts: readonly PolicyFault[];
  readonly placeAt: (path: JsonPath) => Place;
}

/** Bytes. The longest policy that the schema takes is a quarter of this. */
export const policyLimit = 1_000_000;
const top: Place = { line: 1, column: 1 };
const moreFaults = { path: [], what: "there may be more faults than these", remedy: "Mend these first." };

/** Total: any bytes are answered with what is wrong with them. */
export function lookAtPolicy(bytes: Uint8Array): SeenPolicy {
  const text = textOf(bytes);
  if (typeof text !== "string") return { value: undefined, faults: [text], doubts: [], placeAt: () => top };
  const marked = text.startsWith("\uFEFF");
  const seen = lookAtJson(marked ? text.slice(1) : text);
  const { value, placeAt } = seen;
  const faults = seen.faults.map((one): PolicyFault => ({ ...one, path: [] }));
  const doubts: PolicyFault[] = [];
  if (marked)
    doubts.push({
      place: top,
      path: [],
      what: "the file begins with a byte-order mark, at which some programs that read JSON stop",
      remedy: "Save it as UTF-8 without the mark.",
    });
  if (value !== undefined) {
    const found = fileIssues(value)
      .slice(0, mostFaults)
      .flatMap((issue) => faultsOf(issue, value))
      .slice(0, mostFaults);
    faults.push(...found.map((one) => ({ ...one, place: placeAt(one.path) })));
    if (found.length === mostFaults) faults.push({ ...moreFaults, place: placeAt([]) });
    const odd = uncarriedIn(value, []).slice(0, mostFaults);
    doubts.push(...odd.map((one) => ({ ...one, place: placeAt(one.path) })));
  }
  faults.sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column);
  return { value: isObject(value) ? value : undefined, faults, doubts, placeAt };
}

function textOf(bytes: Uint8Array): string | PolicyFault {
  const fault = { place: top, path: [] };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { ...fault, what: "the file is text in UTF-16", remedy: "Save it as UTF-8." };
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return {
      ...fault,
      what: "the file is no text in UTF-8",
      remedy: "Check that this is the policy; save it as UTF-8.",
    };
  }
}

/** A path as a person writes it; a key of the file may hold anything, so it is made harmless for a terminal. */
export const shownPath = (path: JsonPath): string =>
  pathWords(path)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\uFFFD")
    .slice(0, 120);

/** XML 1.0 cannot hold most of these even as references, and half of a pair is no character. */
const uncarried = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/u;

export function uncarriedIn(value: Json, path: JsonPath): Omit<PolicyFault, "place">[] {
  if (typeof value === "string") {
    const found = uncarried.exec(value)?.[0];
    return found === undefined ? [] : [cannotCarry(path, found)];
  }
  if (isList(value)) return value.flatMap((item, index) => uncarriedIn(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const found = uncarried.exec(key)?.[0];
    const inside = [...path, key];
    return [...(found === undefined ? [] : [cannotCarry(inside, found)]), ...uncarriedIn(one, inside)];
  });
}

const cannotCarry = (path: JsonPath, character: string): Omit<PolicyFault, "place"> => ({
  path,
  what: `holds a character that no registry or profile can carry (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`,
  remedy: "Delete the character.",
});

export const withoutNulls = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, Json][] => {
      if (one === null) return [];
      return [[key, isObject(one) ? withoutNulls(one) : one]];
    }),
  );
