/** vCard 3 (RFC 2426) and 4 (RFC 6350, 9554), and what is left of 2.1. */
import { handleOf, isProfile } from "./contact-values.ts";
import { detectEncoding, lostWords, textOf } from "./decode.ts";
import type { Detected } from "./decode.ts";
import { personOf, previewOf } from "./fields-of-person.ts";
import type { Named } from "./fields-of-person.ts";
import { newPace } from "./pace.ts";
import type { Pace } from "./pace.ts";
import { newSameRows } from "./same-rows.ts";
import type { Row, Source, Trouble } from "./source.ts";
import { newLineReader, partsOf } from "./vcard-lines.ts";
import type { Property } from "./vcard-lines.ts";

interface Card {
  readonly line: number;
  readonly properties: readonly Property[];
}

export async function openVcards(bytes: Uint8Array, today: string): Promise<Source | Trouble> {
  const detected = await detectEncoding(bytes, newPace());
  const rows: Row[] = [];
  const trouble = await eachCard(bytes, detected, newPace(), (card) => {
    const row = rowOf(card, today);
    if ("person" in row) rows.push(row);
    return rows.length < 5;
  });
  if (trouble) return trouble;
  return {
    kind: "vcard",
    rowsAre: "lines",
    encoding: detected.encoding,
    delimiter: null,
    columns: [],
    ...previewOf(rows),
    async read(_columns, each, options = {}) {
      const sameRows = newSameRows();
      let count = 0;
      const broken = await eachCard(bytes, detected, newPace(options), (card) => {
        count++;
        const row = rowOf(card, today);
        // Compared as people: two cards of one differ in when they were changed. Two names for cards are two people.
        const before =
          "person" in row
            ? sameRows.before([uidOf(card), ...Object.values(row.person).flat()], card.line)
            : undefined;
        each(before === undefined ? row : { line: card.line, repeats: before });
        return true;
      });
      if (broken) return broken;
      options.progress?.(1);
      return { rows: count, remarks: lostWords(detected) };
    },
  };
}

/** Stops where `take` says false. */
async function eachCard(
  bytes: Uint8Array,
  detected: Detected,
  pace: Pace,
  take: (card: Card) => boolean,
): Promise<Trouble | undefined> {
  const reader = newLineReader();
  let open: { line: number; properties: Property[] } | undefined;
  let within = 0;
  for (const { text, read } of textOf(bytes, detected)) {
    for (const property of reader.push(text, read === bytes.length)) {
      const isCard = property.value.trim().toUpperCase() === "VCARD";
      if (property.name === "BEGIN" && isCard) {
        // A card in a card is an agent's, who is no patient.
        if (open && open.properties.at(-1)?.name === "AGENT") within++;
        else if (open) return cutTrouble(open.line);
        else open = { line: property.line, properties: [] };
      } else if (property.name === "END" && isCard && within > 0) within--;
      else if (property.name === "END" && isCard && open) {
        if (!take(open)) return undefined;
        open = undefined;
      } else if (within === 0) open?.properties.push(property);
      const rest = pace.rest(read / bytes.length);
      if (rest) await rest;
    }
  }
  return open ? cutTrouble(open.line) : undefined;
}

function cutTrouble(line: number): Trouble {
  return {
    problem: `The vCard that begins on line ${line} has no end. Nothing was imported. Export the contacts again.`,
  };
}

function uidOf({ properties }: Card): string {
  return properties.find(({ name }) => name === "UID")?.value ?? "";
}

function rowOf({ line, properties }: Card, today: string): Row {
  const kind =
    properties.find(({ name }) => name === "KIND" || name === "X-ADDRESSBOOKSERVER-KIND")?.value ?? "";
  const isCompany = properties.some(({ name, value }) => name === "X-ABSHOWAS" && /company/i.test(value));
  if (isCompany || /^(?:org|group|location|application|device)$/i.test(kind.trim())) {
    return { line, problem: "is no person", isNoPatient: true };
  }
  const read = personOf(properties.flatMap(valuesOf).concat(namesOf(properties)), today);
  if ("problem" in read) return { line, problem: read.problem };
  return { line, person: read.person, ...(read.notes.length > 0 ? { notes: read.notes } : {}) };
}

/** The name in its parts, or else the name that is shown. Of several in different scripts the others are aliases. */
function namesOf(properties: readonly Property[]): Named[] {
  const parted = properties
    .filter(({ name }) => name === "N")
    .map(({ value }) => {
      const [family = "", given = "", middle = ""] = partsOf(value.replaceAll(/(?<!\\),/g, " "), ";");
      return { family, given: `${given} ${middle}`.trim() };
    })
    .filter(({ family, given }) => family !== "" || given !== "");
  const shown = properties.find(({ name, value }) => name === "FN" && value.trim() !== "")?.value ?? "";
  const [first, ...others] = parted;
  if (!first) return [["name", partsOf(shown, ";").join(" ")]];
  return [
    ["given", first.given],
    ["family", first.family],
    ...others.map(({ given, family }): Named => ["aliases", `${given} ${family}`.trim()]),
  ];
}

function valuesOf({ name, value, parameters }: Property): Named[] {
  switch (name) {
    case "NICKNAME":
      return partsOf(value, ",").map((one) => ["nicknames", one]);
    case "X-MAIDENNAME":
    case "X-MAIDEN-NAME":
      return partsOf(value, ";").map((one) => ["formerFamilies", one]);
    case "TEL":
      return [["phones", plain(value).replace(/^tel:/i, "").split(";")[0] ?? ""]];
    case "EMAIL":
      return [["emails", plain(value)]];
    case "BDAY":
      return birthDateOf(plain(value), parameters);
    case "X-SOCIALPROFILE":
    case "SOCIALPROFILE":
    case "IMPP": {
      const user = parameters.get("X-USER") ?? parameters.get("USERNAME");
      return handleValues(user !== undefined && user !== "" ? user : plain(value));
    }
    case "X-INSTAGRAM":
    case "X-FACEBOOK":
    case "X-TWITTER":
    case "X-TIKTOK":
    case "X-YELP":
      return handleValues(plain(value));
    case "URL":
      return isProfile(plain(value)) ? handleValues(plain(value)) : [];
    default:
      return [];
  }
}

function handleValues(value: string): Named[] {
  return [
    [
      "handles",
      handleOf(
        value.replace(/^(?:x-apple|xmpp|skype|aim|sips?|im|facebook|instagram|twitter):(?!\/\/)/i, ""),
      ),
    ],
  ];
}

function birthDateOf(value: string, parameters: ReadonlyMap<string, string>): Named[] {
  // The year that stands for none.
  const omitted = parameters.get("X-APPLE-OMIT-YEAR");
  return omitted !== undefined && value.startsWith(omitted) ? [] : [["birthDates", value]];
}

function plain(value: string): string {
  return partsOf(value, ",").join(",");
}
