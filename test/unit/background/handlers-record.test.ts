import { describe, expect, test } from "vitest";
import { draft, passphrase, quillon, sealedList } from "./parts.ts";
import { page, worker } from "./put-together.ts";
import { faultIn } from "./seat-record.ts";

const subject = { seat: "00000000000000aa", seq: 1, hash: "0".repeat(64) };

describe("the record, as the worker keeps it", () => {
  test("tells what becomes of the patient list, once, and who tried to open it", async () => {
    const { handlers, store, entries, patients, listNotes } = worker();
    const sealed = await sealedList([quillon], "list", { locks: { passphrase } });
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    await listNotes.look(patients.inForce());
    await handlers["patients.lock"]({}, page);
    await handlers["patients.unlock"]({ passphrase: "not this one at all" }, page);
    await handlers["patients.remove"]({}, page);
    await listNotes.look(patients.inForce());
    const told = (await entries()).filter(({ kind }) => kind === "list-change" || kind === "unlock");
    expect(told).toMatchObject([
      { change: "adopted", source: "seat", listId: "list", people: "up to 100" },
      { kind: "unlock", result: "locked" },
      { kind: "unlock", result: "refused" },
      { change: "removed", listId: "list", people: null },
    ]);
  });

  test("takes an officer's review, without the names in it", async () => {
    const { handlers, store, entries } = worker();
    const sealed = await sealedList([quillon], "list");
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    const note = "Quillon Abernathy-Vance\nhas called, and was told";
    const review = { subject, state: "confirmed" as const, note: note.replace("\n", " ") };
    expect(await handlers["record.review"](review, page)).toMatchObject({ ok: true });
    expect((await entries()).at(-1)).toMatchObject({
      kind: "review",
      subject,
      state: "confirmed",
      note: "[removed] has called, and was told",
    });
    await handlers["patients.lock"]({}, page);
    const written = (await entries()).length;
    const refused = await handlers["record.review"](review, page);
    expect(refused.ok).toBe(false);
    expect((await entries()).length).toBe(written);
    expect(await handlers["record.review"]({ subject, state: "closed" }, page)).toMatchObject({ ok: true });
  });

  test("cuts what is too long between characters, so that it can be written", async () => {
    const { handlers, entries, exported } = worker();
    // The limit falls into the middle of the last character.
    const assignee = `${"a".repeat(99)}\u{1F600}`;
    const review = { subject, state: "in-review" as const, assignee };
    expect(await handlers["record.review"](review, page)).toMatchObject({ ok: true });
    expect((await entries()).at(-1)).toMatchObject({ kind: "review", assignee: `${"a".repeat(99)}\uFFFD` });
    expect(await faultIn(await exported())).toBeUndefined();
  });

  test("puts on record that it is exported, and signs for what is in it", async () => {
    const { handlers, entries, exported } = worker();
    await handlers["attempt.record"]({ id: "a", draft, outcome: "stopped" }, page);
    const answer = await handlers["record.export"]({ format: "jsonl", from: 0 }, page);
    const last = (await entries()).at(-1);
    expect(last).toMatchObject({ kind: "export", format: "jsonl", from: 0, next: last.seq });
    expect(answer).toMatchObject({ ok: true, value: { next: last.seq + 1, seals: 0 } });
    expect(await faultIn(await exported())).toBeUndefined();
    expect(await handlers["record.standing"]({}, page)).toMatchObject({
      ok: true,
      value: { next: last.seq + 1, expired: 0, waiting: 0, used: 1000, room: 2000, forward: null },
    });
  });
});
