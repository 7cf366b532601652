import { describe, expect, test } from "vitest";
import { problemOf, readAll } from "./reading.ts";

/** Milliseconds of this process, whatever else the machine does. */
async function spent(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How much longer it takes for a file that is four times as large: about 4, and 16 where time grows with the square. */
async function growth(fileOf: (size: number) => string, size: number): Promise<number> {
  const [small, large] = [fileOf(size), fileOf(4 * size)];
  await readAll(small);
  const first = await spent(() => readAll(small));
  return (await spent(() => readAll(large))) / first;
}

const card = (lines: string): string => `BEGIN:VCARD\nVERSION:2.1\n${lines}FN:Jane Doe\nEND:VCARD\n`;
const replaced = (id: number): string =>
  JSON.stringify({
    resourceType: "Patient",
    id: String(id),
    name: [{ family: "Doe", given: [`Jane${id}`] }],
    link: [{ type: "replaced-by", other: { reference: "Patient/one" } }],
  });

describe("a file that was made to hurt", () => {
  test.each<[string, (size: number) => string, number]>([
    ["a vCard of one line", (size) => card(`NOTE:${"x".repeat(1000 * size)}\n`), 10_000],
    [
      "a vCard whose quoted text has no end",
      (size) => card(`NOTE;QUOTED-PRINTABLE:a=\n${`${"=41".repeat(25)}=\n`.repeat(size)}b\n`),
      2_000,
    ],
    [
      "a vCard with a line folded all the way",
      (size) => card(`${";".repeat(15 * size)}\n${" \n".repeat(size)}`),
      1_000,
    ],
    [
      "records that were all merged into one",
      (size) => Array.from({ length: size }, (_, id) => replaced(id)).join("\n"),
      10_000,
    ],
  ])("takes no more time than its size: %s", async (_what, fileOf, size) => {
    expect(await growth(fileOf, size)).toBeLessThan(9);
  });

  test("with more columns than a page can show is refused", async () => {
    const row = (cell: string): string => `given,family,${`${cell},`.repeat(5000)}x\n`;
    const problem = await problemOf(row("a") + row("b"));
    expect(problem).toContain("1,000 columns");
    expect((await readAll(`given,family${",note".repeat(900)}\nJane,Doe\n`)).source.columns).toHaveLength(
      902,
    );
  });

  test("says no more of an object than it says itself", async () => {
    const file =
      '{"resourceType":"Patient","__proto__":{"active":false,"deceasedBoolean":true},"name":[{"family":"Doe","given":["Jane"],"__proto__":{"use":"old"}}]}';
    const { people, remarks } = await readAll(file);
    expect(people).toMatchObject([{ given: "Jane", family: "Doe" }]);
    expect(remarks).toEqual([]);
    expect({}).not.toHaveProperty("active");
    const table = await readAll(
      "__proto__,constructor,given,family\na,b,Jane,Doe\n__proto__,x,constructor,__proto__\n",
    );
    expect(table.people).toMatchObject([{ given: "Jane" }, { given: "constructor", family: "__proto__" }]);
  });
});
