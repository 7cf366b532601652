import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { iconFolder, iconSizes, renderIcons } from "../../scripts/icons.ts";

const states = ["watching", "warning", "stopped", "not-watching"];
const source = (state: string): string => readFileSync(join(iconFolder, `${state}.svg`), "utf8");

/** Which pixels of the 16-pixel icon are painted, in the sense of "more than half covered". */
function silhouette(state: string): boolean[] {
  const { pixels } = new Resvg(source(state), { fitTo: { mode: "width", value: 16 } }).render();
  return Array.from({ length: 256 }, (_, index) => (pixels[index * 4 + 3] ?? 0) > 127);
}

/** Relative luminance of `#rrggbb`, by WCAG 2. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("icons", () => {
  test("every PNG is what its source renders to", () => {
    const rendered = renderIcons();
    expect(rendered).toHaveLength(states.length * iconSizes.length);
    const old = rendered.filter(({ name, png }) => !readFileSync(join(iconFolder, name)).equals(png));
    expect(old.map(({ name }) => name)).toEqual([]);
  });

  test("two states differ in shape, so that color is never the only sign", () => {
    const shapes = states.map((state) => silhouette(state));
    for (const [index, one] of shapes.entries()) {
      for (const other of shapes.slice(index + 1)) {
        const painted = one.filter((on, at) => on || other[at]).length;
        const different = one.filter((on, at) => on !== other[at]).length;
        expect(different / painted).toBeGreaterThan(0.12);
      }
    }
  });

  test.each(states)("%s stands out from a light and from a dark toolbar", (state) => {
    const [color = ""] = source(state).match(/#[0-9a-f]{6}/) ?? [];
    // White is the toolbar of light themes in both browsers; Chrome's dark toolbar is lighter than Firefox's.
    expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(3);
    expect(contrast(color, "#35363a")).toBeGreaterThanOrEqual(3);
  });
});
