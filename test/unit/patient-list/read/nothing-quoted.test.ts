import fc from "fast-check";
import { expect, test } from "vitest";
import { openSource } from "../../../../src/patient-list/read/index.ts";
import { rawWorkbook } from "./archive.ts";
import { bytesOf, fieldsOf } from "./reading.ts";

const secret = /Q|Zyx/;
const cell = fc.string({
  unit: fc.constantFrom("Q", "Zyx", ",", '"', "\n", ";", ":", "{", "]", "@", "7", "\t", "\0", "<", "&"),
  maxLength: 12,
});

/** Everything that is said about a file, in the hope that nothing of it is in there. */
async function saidOf(bytes: Uint8Array): Promise<string[]> {
  const source = await openSource("Zyx.csv", bytes);
  if ("problem" in source) return [source.problem];
  const said: string[] = [];
  const end = await source.read(fieldsOf(source.columns), (row) => {
    if ("problem" in row) said.push(row.problem);
    else if ("person" in row) said.push(...(row.notes ?? []));
  });
  return [...said, ...("problem" in end ? [end.problem] : end.remarks)];
}

const forms: Readonly<Record<string, (cells: readonly string[]) => Uint8Array>> = {
  "a table": (cells) => bytesOf(`given,family,phone,email,dob,handle,mrn\n${cells.join(",")}`),
  "a table without a head": (cells) => bytesOf(cells.join(",")),
  FHIR: (cells) =>
    bytesOf(
      `{"resourceType":"Patient","name":[{"family":"Q"}]}\n{"resourceType":"Patient","Q":${cells.join("")}`,
    ),
  "FHIR of other shapes": (cells) =>
    bytesOf(
      cells
        .map((value) =>
          JSON.stringify({
            resourceType: "Patient",
            name: [{ given: value, text: value }],
            birthDate: value,
          }),
        )
        .join("\n"),
    ),
  vCards: (cells) =>
    bytesOf(
      cells.map((value) => `BEGIN:VCARD\nN:${value}\nBDAY:${value}\nTEL:${value}\nEND:VCARD\n`).join(""),
    ),
  "a workbook": (cells) =>
    rawWorkbook(cells.map((value) => `<row><c t="str"><v>${value}</v></c></row>`).join("")),
};

test.each(Object.keys(forms))(
  "no problem, note or remark says anything of what is in %s",
  async (form) => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 12 }), async (cells) => {
        for (const words of await saidOf(forms[form]?.(cells) ?? new Uint8Array()))
          expect(words).not.toMatch(secret);
      }),
      { numRuns: 200 },
    );
  },
  60_000,
);
