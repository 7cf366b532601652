import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backward } from "../../../scripts/train/net-gradient.ts";
import { normal, toRandom } from "../../../scripts/train/random.ts";
import {
  type Net,
  type NetInput,
  anything,
  eachTensor,
  forward,
  outputs,
  sizesOf,
  width,
  worstTag,
} from "../../../src/engine/model/net.ts";
import { quickForward, toQuick, windowSize } from "../../../src/engine/model/net-quick.ts";
import { packNet, unpackNet } from "../../../src/engine/model/packed-net.ts";
import { partRows } from "../../../src/engine/model/net-input.ts";
import { hashBits } from "../../../src/engine/model/hash.ts";
import { readDistances, slotOf, writeDistances } from "../../../src/engine/model/packed.ts";

const random = toRandom(7);
const sizes = sizesOf(partRows);
const net: Net = {
  rows: Float32Array.from({ length: 6 * width }, () => normal(random)),
  tensors: eachTensor((name) => Float32Array.from({ length: sizes[name] }, () => normal(random) * 0.2)),
};
const input: NetInput = {
  draft: { words: Int32Array.of(0, 3, -1, 5, 0), parts: [[1], [], [2, 7], [], [4]] },
  thread: { words: Int32Array.of(2, -1, 4), parts: [[], [9], []] },
  settings: [1, 10],
};

describe("the net", () => {
  it("goes back the way it came: slopes agree with small steps", () => {
    const tokens = input.draft.words.length;
    const outWeights = Float32Array.from({ length: outputs }, () => normal(random));
    const tagWeights = Float32Array.from({ length: tokens * outputs }, () => normal(random));
    const loss = (): number => {
      const { out, tags } = forward(net, input);
      return (
        out.reduce((sum, value, i) => sum + value * (outWeights[i] ?? 0), 0) +
        tags.reduce((sum, value, i) => sum + value * (tagWeights[i] ?? 0), 0)
      );
    };
    const slopes = {
      rows: new Float32Array(net.rows.length),
      touched: new Set<number>(),
      tensors: eachTensor((name) => new Float32Array(sizes[name])),
    };
    backward(net, input, forward(net, input), outWeights, tagWeights, 1, slopes);
    const check = (values: Float32Array, slope: Float32Array): void => {
      let strongest = 0;
      slope.forEach((s, i) => {
        if (Math.abs(s) > Math.abs(slope[strongest] ?? 0)) strongest = i;
      });
      const kept = values[strongest] ?? 0;
      const step = 1e-3;
      values[strongest] = kept + step;
      const above = loss();
      values[strongest] = kept - step;
      const below = loss();
      values[strongest] = kept;
      const wanted = (above - below) / (2 * step);
      expect(Math.abs((slope[strongest] ?? 0) - wanted)).toBeLessThan(0.03 * Math.abs(wanted) + 0.02);
    };
    eachTensor((name) => check(net.tensors[name], slopes.tensors[name]));
    check(net.rows, slopes.rows);
    expect([...slopes.touched].toSorted((a, b) => a - b)).toEqual([0, 2, 3, 4, 5]);
  });

  it("says the same at run time, whatever it read before", () => {
    const quick = toQuick(net);
    const inputs = fc.record({
      draft: fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.array(fc.nat({ max: partRows - 1 })))),
      thread: fc.array(fc.integer({ min: -1, max: 5 })),
      settings: fc.array(fc.nat({ max: 13 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(inputs, ({ draft, thread, settings }) => {
        const given: NetInput = {
          draft: {
            words: Int32Array.from(draft, ([word]) => word),
            parts: draft.map(([, parts]) => parts),
          },
          thread: { words: Int32Array.from(thread), parts: thread.map(() => []) },
          settings,
        };
        const wanted = forward(net, given);
        const said = quickForward(quick, given);
        expect(said.size).toBe(wanted.size);
        for (const name of ["tags", "out"] as const) {
          expect(said[name].length).toBe(wanted[name].length);
          wanted[name].forEach((value, i) =>
            expect(Math.abs((said[name][i] ?? NaN) - value)).toBeLessThan(1e-4 * (1 + Math.abs(value))),
          );
        }
      }),
    );
  });

  it("reads a long draft to its end, and holds it for no better than its worst part", () => {
    const quick = toQuick(net);
    const draftOf = (words: Int32Array): NetInput => ({
      ...input,
      draft: { words, parts: Array.from(words, () => []) },
    });
    // Whole windows, that each share 32 tokens with the next: one of another size would be another draft to the net.
    const size = 6 * windowSize - 5 * 32;
    const odds = (words: Int32Array): number => quickForward(quick, draftOf(words)).out[anything] ?? NaN;
    const plain = new Int32Array(size).fill(1);
    const short = (word: number): Int32Array => plain.slice(0, windowSize).fill(word, 100, 105);
    const telling = [0, 2, 3, 4, 5].reduce((a, b) => (odds(short(b)) > odds(short(a)) ? b : a));
    const rise = odds(short(telling)) - odds(plain);
    expect(rise).toBeGreaterThan(0.01);
    for (const at of [100, windowSize - 3, 3 * windowSize + 9, size - 100]) {
      const words = plain.slice().fill(telling, at, at + 5);
      const { tags, out } = quickForward(quick, draftOf(words));
      expect((out[anything] ?? NaN) - odds(plain)).toBeGreaterThan(rise / 2);
      // Tags see only a few tokens around their own: windows must not show in them.
      forward(net, draftOf(words)).tags.forEach((value, i) =>
        expect(Math.abs((tags[i] ?? NaN) - value)).toBeLessThan(1e-4 * (1 + Math.abs(value))),
      );
    }
  });

  it("says nothing of a token further away than its rounds look", () => {
    const long = (last: number): NetInput => ({
      ...input,
      draft: { words: Int32Array.of(0, 1, 2, 3, 4, 5, last), parts: [[], [], [], [], [], [], []] },
    });
    const tagsOf = (last: number) => Array.from(forward(net, long(last)).tags);
    expect(tagsOf(0).slice(0, 2 * outputs)).toEqual(tagsOf(5).slice(0, 2 * outputs));
    expect(tagsOf(0).slice(3 * outputs)).not.toEqual(tagsOf(5).slice(3 * outputs));
  });

  it("answers a draft without words", () => {
    const empty = { words: new Int32Array(0), parts: [] };
    const seen = forward(net, { draft: empty, thread: empty, settings: [] });
    expect(Array.from(seen.out).every(Number.isFinite)).toBe(true);
    expect(worstTag(seen)).toBe(-9);
  });

  it("comes back from its packing close to what it was, words at their rows", () => {
    const keys = [3, 77, 78, 9000, 2_000_000, 2 ** hashBits - 1];
    const back = unpackNet(packNet(keys, net));
    for (const [row, key] of keys.entries()) expect(back.words.rowOf[slotOf(back.words.keys, key)]).toBe(row);
    expect(back.words.keys[slotOf(back.words.keys, 4)]).toBe(0);
    const odds = (from: Net): number => forward(from, input).out[anything] ?? 0;
    expect(odds(back.net)).toBeCloseTo(odds(net), 0);
    eachTensor((name) => expect(back.net.tensors[name].length).toBe(sizes[name]));
  });

  it("keeps any rising numbers through their distances", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** hashBits - 1 })), (numbers) => {
        const rising = numbers.toSorted((a, b) => a - b);
        expect(readDistances(writeDistances(rising))).toEqual(rising);
      }),
    );
  });
});
