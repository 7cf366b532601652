import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { file, guard, passphraseFile, pathOf } from "./patient-files.ts";

const patient = { resourceType: "Patient", name: [{ family: "Brackenbury", given: ["Ottilie"] }] };

describe("guard patients seal: rows that are odd", () => {
  it("takes a repeated row for no fault, with --strict too, and names its line in the report", async () => {
    const twice = file("twice.csv", `given,family\nJane,Doerfler\n${"Jane,Doerfler\n".repeat(5)}`);
    const report = pathOf("twice-report.csv");
    const args = ["--in", twice, "--out", pathOf("twice.rgl"), "--passphrase-file", passphraseFile];
    const run = await guard("seal", ...args, "--strict", "--report", report);
    expect(run).toMatchObject({
      status: 0,
      err: expect.stringMatching(
        /6 rows read, 1 people, 5 listed before, 0 left out[^]*5 rows are the same as earlier ones and count once: .*twice\.csv:3, 4, 5 and 2 more\n[^]*sealed 1 people/,
      ),
    });
    expect(readFileSync(report, "utf8")).toContain('3,repeat,"this line is the same as line 2"\r\n');
  });

  it("takes a record that was merged into another for no fault", async () => {
    const old = { ...patient, id: "1", link: [{ type: "replaced-by", other: { reference: "Patient/2" } }] };
    const merged = file(
      "merged.ndjson",
      `${JSON.stringify(old)}\n${JSON.stringify({ ...patient, id: "2" })}\n`,
    );
    const args = ["--in", merged, "--out", pathOf("merged.rgl"), "--passphrase-file", passphraseFile];
    expect(await guard("seal", ...args, "--strict")).toMatchObject({
      status: 0,
      err: expect.stringMatching(/1 left out[^]*merged\.ndjson:1: this line was merged[^]*sealed 1 people/),
    });
  });

  it("counts entries where a file has no line for each", async () => {
    const entry = [{ resource: patient }, { resource: { ...patient, telecom: "none" } }];
    const bundle = file("bundle-bad.json", JSON.stringify({ resourceType: "Bundle", entry }));
    const run = await guard(
      "seal",
      "--in",
      bundle,
      "--out",
      pathOf("bundle.rgl"),
      "--passphrase-file",
      passphraseFile,
    );
    expect(run.err).toMatch(/bundle-bad\.json: entry 2: it is no Patient as FHIR R4 has it: telecom/);
  });
});
