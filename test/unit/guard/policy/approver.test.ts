/** `guard policy approver`, as an admin runs it, and the codes that come of it. */
import { readFileSync, statSync } from "node:fs";
import { TOTP, URI } from "otpauth";
import { describe, expect, it } from "vitest";
import { createSecondPerson, noTries } from "../../../../src/background/second-person.ts";
import { inForce } from "../../../../src/contract/policy-file.ts";
import { file, guardPolicy, pathOf } from "./run-policy.ts";

const secretIn = (out: string): string => /^Secret: {2}([A-Z2-7]{32})$/m.exec(out)?.[1] ?? "";
const kept = <T>(first: T): { read(): Promise<T>; write(next: T): Promise<void> } => {
  let value = first;
  return {
    read: () => Promise.resolve(value),
    write(next) {
      value = next;
      return Promise.resolve();
    },
  };
};

describe("guard policy approver", () => {
  it("makes a secret of 20 bytes, with an address that an authenticator app reads, and writes no file", async () => {
    const { status, out } = await guardPolicy("approver", "--name", "Dr. Ada Okafor");
    expect(status).toBe(0);
    const secret = secretIn(out);
    expect(secret).toHaveLength(32);
    const address = /^Address: (otpauth:.*)$/m.exec(out)?.[1] ?? "";
    expect(URI.parse(address)).toMatchObject({
      issuer: "ReplyGuard",
      label: "Dr. Ada Okafor",
      algorithm: "SHA1",
      digits: 6,
      period: 30,
    });
    expect(URI.parse(address).secret.base32).toBe(secret);
    expect(out).toContain(JSON.stringify({ name: "Dr. Ada Okafor", secret }));
    expect(secretIn((await guardPolicy("approver", "--name", "Kira")).out)).not.toBe(secret);
  });

  it("writes a policy whose approver’s code the worker takes", async () => {
    const policy = file("before.json", '{ "secondPerson": "always", "approvers": [] }');
    const out = pathOf("with-approver.json");
    const done = await guardPolicy("approver", "--name", "Ada", "--in", policy, "--out", out);
    expect(done.status).toBe(0);
    // Whoever may read the file can agree in her name.
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const { approvers, secondPerson } = inForce(JSON.parse(readFileSync(out, "utf8"))).policy;
    expect([secondPerson, approvers.map(({ name }) => name)]).toEqual(["always", ["Ada"]]);
    const now = Date.UTC(2027, 0, 4, 9);
    const worker = createSecondPerson({ tries: kept(noTries), answers: kept([]), now: () => now });
    const code = new TOTP({ secret: secretIn(done.out) }).generate({ timestamp: now });
    const draft = { text: "We open at nine.", site: "yelp", surface: "review-reply" } as const;
    expect(await worker.approve("1", draft, code, approvers)).toMatchObject({ problem: null });
    expect(await worker.approverOf("1", draft)).toBe("Ada");
  });

  it("keeps what is there: no second one of a name, no file written over, nothing half", async () => {
    const policy = file(
      "one.json",
      '{ "approvers": [{ "name": "Ada", "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEH" }] }',
    );
    const to = pathOf("two.json");
    expect((await guardPolicy("approver", "--name", " ada", "--in", policy, "--out", to)).err).toContain(
      "there is an approver of this name already",
    );
    expect((await guardPolicy("approver", "--name", "Kira", "--in", policy, "--out", policy)).err).toContain(
      "named twice",
    );
    expect(await guardPolicy("approver", "--name", "Kira", "--in", policy, "--out", to)).toMatchObject({
      status: 0,
    });
    expect((await guardPolicy("approver", "--name", "Max", "--in", policy, "--out", to)).err).toContain(
      "there is a file already",
    );
  });

  it.each([
    [["approver"], "--name is needed"],
    [["approver", "--name", "x".repeat(61)], "approvers[0].name: must have at most 60 characters"],
    [["approver", "--name", "  "], "approvers[0].name: must not be empty"],
    [["approver", "--name", "Ada", "--in", "a.json"], "--in and --out go together"],
  ])("refuses %j", async (args, words) => {
    expect(await guardPolicy(...args)).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining(words) as string,
    });
  });
});
