import { describe, expect, it } from "vitest";
import { createAccessNotes } from "../../../src/background/record-access.ts";
import type { AccessTold } from "../../../src/background/record-access.ts";
import { defaultPolicy, memoryItem } from "./parts.ts";
import { faultIn, seatRecord } from "./seat-record.ts";

const extra = { host: "reviews.example", surface: "review-reply" as const };

function seat() {
  const record = seatRecord();
  const kept = memoryItem<AccessTold>({ seen: ["yelp.com"], lost: [] });
  const denied = new Set<string>();
  const hasAccess = async (host: string) => !denied.has(host);
  const policy = { sites: { ...defaultPolicy.sites }, extraSites: [extra] };
  const readKnown = async () => ({ policyVersion: "p", resolved: { policy } });
  const notes = () => createAccessNotes({ kept, room: record.room, hasAccess, readKnown });
  const told = async () =>
    (await record.entries()).flatMap(({ kind, result, settings }) =>
      kind === "policy-fault" ? [[result, settings]] : [],
    );
  return { ...record, notes, denied, policy, told };
}

describe("a site that the browser does not let us see", () => {
  it("is on record once when that is taken back, and once when it is given again", async () => {
    const { notes, denied, told, exported } = seat();
    await notes().look();
    expect(await told()).toEqual([]);
    denied.add("yelp.com").add("reviews.example");
    await notes().look();
    // A worker that has just started.
    const later = notes();
    await Promise.all([later.look(), later.look()]);
    expect(await told()).toEqual([["found", ["sites.yelp", "extraSites[0]"]]]);
    denied.delete("yelp.com");
    await later.look();
    expect(await told()).toHaveLength(2);
    expect((await told()).at(-1)).toEqual(["mended", ["sites.yelp"]]);
    expect(await faultIn(await exported())).toBeUndefined();
  });

  it("was never seen where nobody has allowed it yet", async () => {
    const { notes, denied, told } = seat();
    denied.add("reviews.example").add("yelp.com");
    await notes().look();
    expect(await told()).toEqual([["found", ["sites.yelp"]]]);
    denied.clear();
    await notes().look();
    denied.add("reviews.example");
    await notes().look();
    expect(await told()).toEqual([
      ["found", ["sites.yelp"]],
      ["mended", ["sites.yelp"]],
      ["found", ["extraSites[0]"]],
    ]);
  });

  it("is forgotten where the policy does not name it any more", async () => {
    const { notes, denied, policy, told } = seat();
    denied.add("yelp.com");
    await notes().look();
    policy.sites.yelp = false;
    await notes().look();
    expect(await told()).toEqual([["found", ["sites.yelp"]]]);
    denied.clear();
    policy.sites.yelp = true;
    await notes().look();
    expect(await told()).toHaveLength(1);
  });
});
