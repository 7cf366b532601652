/** Patient lists in every format, about invented people, written to a folder of their own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { workbookOf } from "../../unit/patient-list/read/archive.ts";

const folder = mkdtempSync(join(tmpdir(), "replyguard-lists-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What a test may put into a file of its own, once the browser has handed it out. */
export const keepFile = (name: string, base64: string): string => write(name, Buffer.from(base64, "base64"));

/** Semicolons, Windows-1252, a line break inside quotes, Windows line ends. */
export const windowsFile = write(
  "windows.csv",
  Buffer.from(
    'First Name;Last Name;Handle;Notes\r\nÉlodie;Quarrington;@elo.quarr;"first line\r\nsecond; line"\r\nOttokar;Brandström;;""\r\n',
    "latin1",
  ),
);

export const excelFile = write(
  "patients.xlsx",
  workbookOf({
    Patients: [
      ["Last Name", "First Name", "Mobile"],
      ["Wintersteller", "Rosamunde", "310-555-0117"],
      ["Featherstonehaugh", "Ignatius", "310-555-0118"],
    ],
  }),
);

const patient = (given: string, family: string): string =>
  JSON.stringify({ resourceType: "Patient", name: [{ use: "official", family, given: [given] }] });
export const fhirFile = write(
  "Patient.ndjson",
  `${patient("Philomira", "Osterhagen")}\n${patient("Casimir", "Lindqvist")}\n`,
);

export const vcardFile = write(
  "contacts.vcf",
  [
    ["Holmqvist", "Leopoldine"],
    ["Ravenscroft", "Barnaby"],
  ]
    .map(
      ([family, given]) =>
        `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${family};${given};;;\r\nFN:${given} ${family}\r\nEND:VCARD\r\n`,
    )
    .join(""),
);

/** No names of columns, and a last one that could be taken for family names. */
export const unnamedFile = write("unnamed.csv", "Thistlewood,Roswitha,blue\nHollingsworth,Benedikt,green\n");

/** Line 3 opens a quote that nothing closes. */
export const brokenFile = write(
  "broken.csv",
  'given,family\nAlberta,Fennimore\nTheodora,"Winterbourne\nAlma,Castellane\n',
);

/** Rows without a name, and one that is there twice. */
export const faultyFile = write(
  "faulty.csv",
  `given,family,phone\nJosephine,Abernathy,310-555-0123\n,,310-555-0124\nJosephine,Abernathy,310-555-0123\n${",,310-555-0125\n".repeat(24)}Cornelius,Wetherby,\n`,
);

export const largeRows = 200_000;
export const largeFile = write(
  "large.csv",
  `given,family,phone,email\n${Array.from({ length: largeRows }, (_, at) => {
    const word = at.toString(26).replaceAll(/\d/g, (digit) => "qrstuvwxyz".charAt(Number(digit)));
    return `Ana${word},Gro${word}mann,310-555-01${String(at % 100).padStart(2, "0")},ana.${word}@inbox.example`;
  }).join("\n")}\n`,
);
