import { describe, expect, it } from "vitest";
import { fold } from "../../../src/engine/normalize.ts";
import { editIndex, openIndex } from "../../../src/engine/patients/index.ts";
import { openSealed, unlockList } from "../../../src/patient-list/open-sealed.ts";
import { resealList } from "../../../src/patient-list/seal.ts";
import { created, expires, passphrase, person, sealed } from "./sealed-list.ts";

const later = { created: created + 5000, expires: expires + 5000 };

describe("a list that was changed", () => {
  it("opens with the passphrase and the key it had, under a name of its own", async () => {
    const { file, key } = await sealed();
    const opened = await openSealed(file, key, created);
    if ("problem" in opened) throw new Error(opened.problem);
    const builder = editIndex(opened.index);
    builder.add(person({ given: "Ottilie", family: "Quarrington" }));
    const again = await resealList(file, key, builder.finish("list-2"), later);
    if ("problem" in again) throw new Error(again.problem);
    expect(await unlockList(again.file, { passphrase })).toEqual({ key });
    const found = await openSealed(again.file, key, later.created);
    if ("problem" in found) throw new Error(found.problem);
    expect(found.header.listId).toBe("list-2");
    expect(Date.parse(found.header.created)).toBe(later.created);
    expect(Date.parse(found.header.expires ?? "")).toBe(later.expires);
    expect(openIndex(found.index).find(fold("Thank you Ottilie Quarrington!"))).toHaveLength(1);
  });

  it("is not sealed with the key of another list", async () => {
    const [one, two] = [await sealed(), await sealed()];
    const opened = await openSealed(one.file, one.key, created);
    if ("problem" in opened) throw new Error(opened.problem);
    expect(await resealList(one.file, two.key, { ...opened.index, id: "list-2" }, later)).toEqual({
      problem: "altered",
    });
  });

  it("has fresh nonces", async () => {
    const { file, key } = await sealed();
    const opened = await openSealed(file, key, created);
    if ("problem" in opened) throw new Error(opened.problem);
    const ivs = new Set<string>();
    for (const id of ["list-2", "list-3", "list-4"]) {
      const again = await resealList(file, key, { ...opened.index, id }, later);
      if ("problem" in again) throw new Error(again.problem);
      const read = await openSealed(again.file, key, created);
      if ("problem" in read) throw new Error(read.problem);
      ivs.add(read.header.iv);
    }
    expect(ivs.size).toBe(3);
  });
});
