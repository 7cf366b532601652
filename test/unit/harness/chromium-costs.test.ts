import { expect, it } from "vitest";
import { stretchesOf } from "../../e2e/harness/chromium-costs.ts";

const node = (id: number, functionName: string, url: string, children: readonly number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});

const page = "https://www.facebook.com/page.js";
const ours = "chrome-extension://abc/main.js";

const nodes = [
  node(1, "(root)", "", [2, 3, 4, 6]),
  node(2, "(idle)", ""),
  node(3, "turn", page),
  node(4, "look", ours, [5]),
  node(5, "querySelector", ""),
  node(6, "(garbage collector)", ""),
];

it("counts for an extension what its scripts call, and what is collected in the middle of them", () => {
  // Microseconds; each sample lasts until the next one, and the first delta lies before the first sample.
  const samples = [2, 3, 4, 5, 6, 4, 2, 6, 4, 2];
  const timeDeltas = [500, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000];
  expect(stretchesOf({ nodes, samples, timeDeltas })).toEqual({
    whole: 9,
    scripts: 7,
    extension: 5,
    longest: 4,
    dearest: [
      ["look", 4],
      ["(garbage collector)", 1],
    ],
  });
});

it("finds nothing where nothing was seen", () => {
  expect(stretchesOf({ nodes })).toEqual({ whole: 0, scripts: 0, extension: 0, longest: 0, dearest: [] });
});
