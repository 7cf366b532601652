import { describe, expect, test } from "vitest";
import type { CollectedFrame, CollectedItem, PastReply } from "../../../src/contract/look-back.ts";
import { newOfficerKey } from "../../../src/record/evidence-key.ts";
import { memoryDatabase, passphrase, quillon, sealedList } from "./parts.ts";
import { page, worker } from "./put-together.ts";

type Frame = NonNullable<CollectedFrame>;
type Own = NonNullable<CollectedItem["own"]>;

const flagged = "Thanks for coming in for your Botox, Jane!";
const harmless = "Thank you for the kind words!";

function own(text: string, more: Partial<Own> = {}): Own {
  return {
    surface: "review-reply",
    text,
    isTooLong: false,
    isCut: false,
    author: "Glow Clinic",
    date: "Apr 2, 2026",
    link: "https://www.yelp.com/biz/glow",
    isSingle: true,
    thread: { author: "Jane D.", text: "Great!" },
    ...more,
  };
}
const item = (anchor: string, reply: Own | null, key = ""): CollectedItem => ({ key, anchor, own: reply });

/** A page of Yelp with these reviews, each whole. */
function yelp(items: readonly CollectedItem[], more: Partial<Frame> = {}): Frame {
  const anchors = ["Jane D.\nGreat!", "Omar T.\nFriendly.", "Lena O.\nClosed."];
  return {
    site: "yelp",
    page: "https://www.yelp.com/biz/glow",
    items: [...items],
    anchors: anchors.map((key) => ({ key, isWhole: true })),
    isCut: false,
    unread: 0,
    ...more,
  };
}
const [jane, omar] = ["Jane D.\nGreat!", "Omar T.\nFriendly."] as const;

async function seat(first: readonly Frame[], managed: Record<string, unknown> = {}) {
  const shown = { frames: first as readonly Frame[] | undefined };
  const practice = { name: "Glow Clinic", handles: ["glowclinic"] };
  const put = worker(memoryDatabase(), { managed: { practice, ...managed }, frames: () => shown.frames });
  const collect = async () => {
    const answer = await put.handlers["look-back.collect"]({ tabId: 3 }, page);
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  const check = async (replies: readonly PastReply[]) => {
    const answer = await put.handlers["look-back.check"]({ replies: [...replies] }, page);
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.checked;
  };
  const look = async () => {
    const found = await collect();
    return { found, checked: await check(found.replies) };
  };
  const kinds = async (kind: string) => (await put.entries()).filter((one) => one.kind === kind);
  return { ...put, shown, look, collect, check, kinds };
}

describe("a look back", () => {
  test("tells of the practice's own replies what the check says, and records the risky ones once", async () => {
    const { look, kinds, shown, attempts } = await seat([
      yelp([item(jane, own(flagged)), item(omar, own(harmless))]),
    ]);
    const { found, checked } = await look();
    expect(found).toMatchObject({ problem: null, others: 0, gone: [], unseen: 0, isCut: false });
    expect(checked.map(({ verdict, record }) => [verdict, record])).toEqual([
      ["block", "standing"],
      ["allow", "none"],
    ]);
    expect(checked[0]?.findings[0]).toMatchObject({
      category: "relationship",
      source: expect.stringMatching(/CFR/),
    });
    expect(checked[0]?.findings.every(({ quote }) => quote !== "" && flagged.includes(quote))).toBe(true);
    expect(checked[0]?.alternatives.length).toBeGreaterThan(0);
    await look();
    shown.frames = [yelp([item(jane, own(`  ${flagged}`))])];
    await look();
    const [standing, ...others] = await kinds("attempt");
    expect(others).toEqual([]);
    expect(standing).toMatchObject({
      outcome: "standing",
      site: "yelp",
      surface: "review-reply",
      length: flagged.length,
      categories: expect.arrayContaining(["relationship"]),
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(await attempts()).toHaveLength(1);
  });

  test("keeps no word of a reply, of what it answers, nor any address", async () => {
    const { look, shown, entries, lookedBack } = await seat([
      yelp([item(jane, own(flagged), "/biz/glow/1")]),
    ]);
    await look();
    shown.frames = [yelp([])];
    await look();
    expect(lookedBack.value).toHaveLength(1);
    const kept = JSON.stringify([await entries(), lookedBack.value]);
    expect(kept).not.toMatch(/Jane|Botox|Great|coming in|yelp\.com|biz/);
  });

  test("hands on a link to the site itself, and no other that a page's process may name", async () => {
    const linked = (link: string) => item(omar, own(harmless, { link }));
    const { collect, shown } = await seat([yelp([linked("https://biz.yelp.com/r/1")])]);
    expect((await collect()).replies).toMatchObject([{ link: "https://biz.yelp.com/r/1" }]);
    for (const link of ["https://yelp.com.evil.example/", "https://www.yelp.com@evil.example/"]) {
      shown.frames = [yelp([linked(link)])];
      expect((await collect()).replies).toMatchObject([{ link: null }]);
    }
  });

  test("tells what is gone, on record under its entry, when what it answered is there with all its answers", async () => {
    const { look, shown, kinds } = await seat([yelp([item(jane, own(flagged)), item(omar, own(harmless))])]);
    await look();
    shown.frames = [yelp([item(omar, own(harmless))])];
    expect((await look()).found.gone).toEqual([{ site: "yelp", surface: "review-reply" }]);
    expect((await look()).found.gone).toEqual([]);
    const [standing] = await kinds("attempt");
    const [down, ...others] = await kinds("take-down");
    expect(others).toEqual([]);
    expect(down).toMatchObject({
      result: "removed",
      by: "look-back",
      site: "yelp",
      surface: "review-reply",
      subject: { seat: standing.seat, seq: standing.seq, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test.each([
    ["what it answered is not there", { anchors: [] }],
    ["more of its answers can be shown", { anchors: [{ key: jane, isWhole: false }] }],
  ])("calls nothing gone where %s", async (_why, more) => {
    const { look, shown, kinds } = await seat([yelp([item(jane, own(flagged))])]);
    await look();
    shown.frames = [yelp([], more)];
    expect((await look()).found).toMatchObject({ gone: [], unseen: 1 });
    // Another page says nothing of this one.
    shown.frames = [yelp([], { ...more, page: "https://www.yelp.com/biz/other" })];
    expect((await look()).found).toMatchObject({ gone: [], unseen: 0 });
    expect(await kinds("take-down")).toEqual([]);
  });

  test("calls nothing gone that the policy has not looked for any more", async () => {
    const { look, shown, handlers, kinds } = await seat([yelp([item(jane, own(flagged))])]);
    await look();
    const surfaces = { "review-reply": false, comment: true, post: true, message: true, review: true };
    expect(await handlers["policy.change"]({ policy: { surfaces } }, page)).toMatchObject({ ok: true });
    shown.frames = [yelp([])];
    expect((await look()).found).toMatchObject({ gone: [], unseen: 0, surfacesOff: ["review-reply"] });
    expect(await kinds("take-down")).toEqual([]);
  });

  test("calls nothing gone that is there under a name that is no longer the practice's", async () => {
    const { look, shown } = await seat([yelp([item(jane, own(flagged)), item(omar, own(flagged), "c=1")])]);
    await look();
    shown.frames = [yelp([item(jane, null), item(omar, null, "c=1")])];
    expect((await look()).found).toMatchObject({ gone: [], unseen: 0 });
  });

  test("tells of an edited one that passes now; one whose beginning alone is shown counts for neither", async () => {
    const { look, shown, kinds } = await seat([yelp([item(jane, own(flagged), "c=1")])]);
    await look();
    shown.frames = [yelp([item(jane, own(harmless, { isCut: true }), "c=1")])];
    expect((await look()).checked).toMatchObject([{ verdict: "allow", record: "none" }]);
    shown.frames = [yelp([item(jane, own("", { isTooLong: true }), "c=1")])];
    expect((await look()).checked).toMatchObject([{ verdict: "allow", record: "none" }]);
    shown.frames = [yelp([item(jane, own(harmless), "c=1")])];
    expect((await look()).checked).toMatchObject([{ verdict: "allow", record: "edited" }]);
    expect((await look()).checked).toMatchObject([{ verdict: "allow", record: "none" }]);
    expect(await kinds("take-down")).toMatchObject([{ result: "edited", by: "look-back" }]);
  });

  test("puts one that stands again on record again, and again that it is gone", async () => {
    const { look, shown, kinds } = await seat([yelp([item(jane, own(flagged))])]);
    for (const frame of [
      yelp([item(jane, own(flagged))]),
      yelp([]),
      yelp([item(jane, own(flagged))]),
      yelp([]),
    ]) {
      shown.frames = [frame];
      await look();
    }
    expect(await kinds("attempt")).toHaveLength(2);
    const downs = await kinds("take-down");
    expect(new Set(downs.map(({ subject }) => subject.seq)).size).toBe(2);
  });

  test("belongs to the case of the draft, where it was posted at this seat", async () => {
    const { look, handlers, kinds } = await seat([yelp([item(jane, own(flagged))])]);
    const draft = { text: flagged, site: "yelp", surface: "review-reply" } as const;
    await handlers["attempt.record"]({ id: "1", draft, outcome: "stopped" }, page);
    await look();
    const [stopped, standing] = await kinds("attempt");
    expect(standing.fingerprint).toBe(stopped.fingerprint);
  });

  test("records in silence what policy has recorded only, and judges while the policy only watches", async () => {
    const actions = Object.fromEntries(
      ["patient-match", "identifier", "health", "payment", "relationship", "media", "conduct"].map((one) => [
        one,
        "record",
      ]),
    );
    const silent = await seat([yelp([item(jane, own("Thanks for coming in!"))])], { actions });
    expect((await silent.look()).checked).toMatchObject([
      { verdict: "allow", findings: [], record: "standing" },
    ]);
    const monitor = { from: "1970-01-01", until: "1970-01-09" };
    const watching = await seat([yelp([item(jane, own(flagged))])], { monitor });
    expect((await watching.look()).checked).toMatchObject([{ verdict: "block", record: "standing" }]);
  });

  test("seals a reply to the officer where policy has drafts on record sealed", async () => {
    const { publicKey } = await newOfficerKey(passphrase, 0);
    const { look, kinds } = await seat([yelp([item(jane, own(flagged))])], { evidenceKey: publicKey });
    await look();
    expect(await kinds("attempt")).toMatchObject([{ evidence: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test("says why there is nothing to look at", async () => {
    const { shown, collect } = await seat([]);
    expect(await collect()).toMatchObject({ problem: "no-site" });
    shown.frames = undefined;
    expect(await collect()).toMatchObject({ problem: "no-tab" });
    const nameless = worker(memoryDatabase(), { frames: () => [yelp([])] });
    expect(await nameless.handlers["look-back.collect"]({ tabId: 3 }, page)).toMatchObject({
      value: { problem: "no-practice" },
    });
  });

  test("checks nothing while the patient list is locked", async () => {
    const { handlers, store } = await seat([yelp([item(jane, own(flagged))])]);
    const sealed = await sealedList([quillon], "list", { locks: { passphrase } });
    await store.addPatients(sealed);
    await handlers["patients.adopt"](sealed, page);
    await handlers["patients.lock"]({}, page);
    expect(await handlers["look-back.collect"]({ tabId: 3 }, page)).toEqual({ ok: false, code: "locked" });
    expect(await handlers["look-back.check"]({ replies: [] }, page)).toEqual({ ok: false, code: "locked" });
  });

  test("says what could not be put on record, and does it the next time", async () => {
    const { look, disk, shown, kinds } = await seat([yelp([item(jane, own(flagged))])]);
    disk.isFull = true;
    expect((await look()).checked).toMatchObject([{ verdict: "block", record: "failed" }]);
    disk.isFull = false;
    expect((await look()).checked).toMatchObject([{ record: "standing" }]);
    shown.frames = [yelp([])];
    disk.isFull = true;
    expect((await look()).found).toMatchObject({ gone: [], goneFailed: 1 });
    disk.isFull = false;
    expect((await look()).found).toMatchObject({ gone: [{}], goneFailed: 0 });
    expect(await kinds("take-down")).toHaveLength(1);
  });

  test("is what no page of a site can say of itself", async () => {
    const { handlers, kinds } = await seat([]);
    const draft = { text: flagged, site: "yelp", surface: "review-reply" } as const;
    const forged = await handlers["attempt.record"]({ id: "1", draft, outcome: "standing" }, page);
    expect(forged).toEqual({ ok: false, code: "bad-request" });
    expect(await kinds("attempt")).toEqual([]);
  });
});
