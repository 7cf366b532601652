/** Several exports of one seat: one record, or two branches of it. */
import { describe, expect, it } from "vitest";
import { compareExports } from "../../../src/record/compare.ts";
import { newSeat } from "./seat.ts";
import { indexOfEntry, inLine, verdict, verify } from "./tampering.ts";

describe("exports of one seat", () => {
  async function compared(...exports: (readonly [string, readonly string[]])[]): Promise<string> {
    const named = await Promise.all(
      exports.map(async ([name, lines]) => {
        const verified = await verify(lines);
        if (!("held" in verified))
          throw new Error(`${name} does not hold: ${JSON.stringify(verified.fault)}`);
        const read = async function* () {
          yield* lines;
        };
        return { name, lines: read, held: verified.held };
      }),
    );
    const found = await compareExports(named);
    return found ? `${found.name}: ${found.fault.kind} in line ${found.fault.line}` : "one record";
  }

  it("made one after the other are one record, in any order", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const one = ["one", await seat.exported("2026-02-27T11:00")] as const;
    await seat.write("2026-02-27T12:00");
    const two = ["two", await seat.exported("2026-02-27T13:00")] as const;
    await seat.write("2026-03-01T12:00");
    const three = ["three", await seat.exported("2026-03-01T13:00")] as const;
    const part = ["part", await seat.exported("2026-03-01T14:00", { from: 2 })] as const;
    expect(await compared(one, two, three, part)).toBe("one record");
    expect(await compared(part, three, two, one)).toBe("one record");
  });

  it("made of a copied profile are two branches", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const copy = seat.copied();
    await seat.write("2026-02-27T12:00");
    await copy.write("2026-02-27T12:30");
    const open = await seat.exported("2026-02-27T13:00");
    expect(await compared(["seat", open], ["copy", await copy.exported("2026-02-27T13:30")])).toBe(
      "copy: forked in line 1",
    );
    await copy.write("2026-02-27T14:00");
    const longer = await copy.exported("2026-02-27T14:30");
    expect(await compared(["seat", open], ["copy", longer])).toBe(
      `copy: forked in line ${indexOfEntry(longer, 1) + 1}`,
    );
    const sealed = await seat.exported("2026-02-28T13:00");
    const other = await copy.exported("2026-02-28T14:00");
    expect(await compared(["copy", other], ["seat", sealed])).toBe("copy: forked in line 1");
  });

  it("of which the younger one has less are two branches: a profile was put back", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const backup = seat.copied();
    await seat.write("2026-02-27T12:00");
    const long = await seat.exported("2026-02-27T13:00");
    expect(await compared(["long", long], ["back", await backup.exported("2026-02-27T14:00")])).toBe(
      "back: forked in line 1",
    );
  });

  it("of which one continues another's branch in one file are named where they part", async () => {
    const seat = await newSeat("2026-02-27T10:00");
    const copy = seat.copied();
    await seat.write("2026-02-27T12:00");
    await seat.write("2026-02-27T12:01");
    await copy.write("2026-02-27T12:30");
    await copy.write("2026-02-27T12:31");
    const [one, other] = [await seat.exported("2026-02-27T13:00"), await copy.exported("2026-02-27T13:30")];
    const merged = [...one.slice(0, 3), ...other.slice(1, 3), ...one.slice(3)];
    expect(await verdict(merged)).toBe(inLine("forked", 4));
  });
});
