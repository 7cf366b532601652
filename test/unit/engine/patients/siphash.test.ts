import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeHasher } from "../../../../src/engine/patients/hasher.ts";
import { sipHash } from "../../../../src/engine/patients/siphash.ts";

/** As the paper writes it (Aumasson and Bernstein, 2012, section 2), with whole 64-bit words. */
function reference(key: Uint8Array, message: Uint8Array): bigint {
  const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
  const turn = (value: bigint, by: bigint): bigint => wrap((value << by) | (value >> (64n - by)));
  const little = (bytes: Uint8Array): bigint =>
    bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const [k0, k1] = [little(key.slice(0, 8)), little(key.slice(8, 16))];
  let v0 = k0 ^ 0x736f6d6570736575n;
  let v1 = k1 ^ 0x646f72616e646f6dn;
  let v2 = k0 ^ 0x6c7967656e657261n;
  let v3 = k1 ^ 0x7465646279746573n;
  const round = (): void => {
    v0 = wrap(v0 + v1);
    v1 = turn(v1, 13n) ^ v0;
    v0 = turn(v0, 32n);
    v2 = wrap(v2 + v3);
    v3 = turn(v3, 16n) ^ v2;
    v0 = wrap(v0 + v3);
    v3 = turn(v3, 21n) ^ v0;
    v2 = wrap(v2 + v1);
    v1 = turn(v1, 17n) ^ v2;
    v2 = turn(v2, 32n);
  };
  const whole = Math.floor(message.length / 8);
  for (let at = 0; at <= whole; at++) {
    const rest = little(message.slice(at * 8, at * 8 + 8));
    const word = at < whole ? rest : rest | (BigInt(message.length & 0xff) << 56n);
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }
  v2 ^= 0xffn;
  for (let at = 0; at < 4; at++) round();
  return v0 ^ v1 ^ v2 ^ v3;
}

const ours = (key: Uint8Array, message: Uint8Array): bigint => {
  const out = new Uint32Array(2);
  sipHash(key, message, message.length, out);
  return (BigInt(out[0] ?? 0) << 32n) | BigInt(out[1] ?? 0);
};
const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

describe("sipHash", () => {
  it("hashes the example of the paper (appendix A)", () => {
    const key = Uint8Array.from({ length: 16 }, (_, at) => at);
    const message = Uint8Array.from({ length: 15 }, (_, at) => at);
    expect(ours(key, message)).toBe(0xa129ca6149be45e5n);
    expect(reference(key, message)).toBe(0xa129ca6149be45e5n);
  });

  it("hashes bytes of any length under any key as the paper says", () => {
    const message = fc.nat(255).chain(bytes);
    fc.assert(
      fc.property(bytes(16), message, (key, text) => {
        expect(ours(key, text)).toBe(reference(key, text));
      }),
    );
  });

  it("is what texts and pairs are hashed with, one after the other", () => {
    const half = fc.nat(0xffffffff);
    const part = fc.record({ high: half, low: half });
    fc.assert(
      fc.property(bytes(16), fc.string({ unit: "binary", maxLength: 130 }), part, part, (key, text, a, b) => {
        const hasher = makeHasher(key);
        const asBig = ({ high, low }: { high: number; low: number }): bigint =>
          (BigInt(high) << 32n) | BigInt(low);
        const length = Math.min(text.length, 126) + 1;
        const units = Uint16Array.from({ length }, (_, at) => `n${text}`.charCodeAt(at));
        expect(asBig(hasher.ofText("n", text))).toBe(reference(key, new Uint8Array(units.buffer)));
        const words = Uint32Array.of(112, a.high, a.low, b.high, b.low);
        expect(asBig(hasher.ofPair("p", a, b))).toBe(reference(key, new Uint8Array(words.buffer)));
        expect(asBig(hasher.ofText("n", text))).toBe(reference(key, new Uint8Array(units.buffer)));
      }),
    );
  });
});
