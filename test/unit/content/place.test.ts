import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { place } from "../../../src/content/card/place.ts";
import type { Box, Side } from "../../../src/content/card/place.ts";

const viewport = { width: 1280, height: 720 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function placed(avoid: readonly Box[], view: typeof viewport, height: number, last?: Side): Box {
  const { left, top, width, maxHeight } = place(avoid, view, () => height, [], last);
  return box(left, top, width, Math.min(height, maxHeight));
}

describe("place", () => {
  it("stands below the box when there is room", () => {
    expect(place([box(320, 100, 640, 40)], viewport, () => 300)).toEqual({
      side: "below",
      left: 320,
      top: 148,
      width: 384,
      maxHeight: 564,
    });
  });

  it("stands below a send button that is below the box", () => {
    expect(place([box(320, 100, 640, 40), box(320, 150, 60, 30)], viewport, () => 300).top).toBe(188);
  });

  it("stands above a box at the bottom of the window", () => {
    const card = placed([box(320, 660, 640, 40)], viewport, 300);
    expect(card).toMatchObject({ top: 352, bottom: 652 });
  });

  it("stands beside a box that is as high as the window", () => {
    const card = placed([box(20, 10, 640, 700)], viewport, 300);
    expect(card.left).toBe(668);
  });

  it("stays on its side of a box that grows, and scrolls inside rather than goes elsewhere", () => {
    const growing = [40, 120, 200, 320].map((high) => place([box(320, 100, 640, high)], viewport, () => 300));
    expect(growing.map(({ side }) => side)).toEqual(["below", "below", "below", "right"]);
    const stays = place([box(320, 100, 640, 320)], viewport, () => 300, [], "below");
    expect(stays).toMatchObject({ side: "below", top: 428, maxHeight: 284 });
    // Where it could hardly be read any more, it goes.
    expect(place([box(320, 100, 640, 420)], viewport, () => 300, [], "below").side).toBe("right");
    const next = box(320, 460, 640, 40);
    expect(place([box(320, 100, 640, 320)], viewport, () => 300, [next], "below").side).toBe("right");
  });

  it("leaves the next box free where another place fits as well", () => {
    const next = box(320, 160, 640, 40);
    const card = place([box(320, 110, 640, 40)], viewport, () => 80, [next]);
    expect(card.top).toBeLessThan(110);
    expect(place([box(320, 60, 640, 40)], viewport, () => 80, [next]).left).toBe(968);
  });

  it("measures a narrow place at its own width", () => {
    const wide = box(300, 10, 700, 700);
    const { width } = place([wide], viewport, (at) => (at < 384 ? 500 : 300));
    expect(width).toBeLessThan(384);
  });

  it("keeps away from the send control when the box fills the window", () => {
    const control = box(1100, 660, 80, 40);
    expect(overlaps(placed([box(0, 0, 1280, 720), control], viewport, 400), control)).toBe(false);
  });

  it("never covers box or control, and never leaves the window, while there is room for 120 pixels", () => {
    const sizes = fc.record({
      width: fc.integer({ min: 320, max: 1600 }),
      height: fc.integer({ min: 480, max: 1000 }),
    });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 40, max: 900 }),
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 60, max: 900 }),
        fc.constantFrom<(Side | undefined)[]>(undefined, "below", "above", "right", "left", "over"),
        (view, left, top, width, height, wanted, last) => {
          const target = box(Math.min(left, view.width - 40), Math.min(top, view.height - 20), width, height);
          const control = box(target.left, target.bottom + 4, 60, 28);
          const roomAbove = target.top - 16;
          const roomBelow = view.height - control.bottom - 16;
          fc.pre(Math.max(roomAbove, roomBelow) >= 120);
          const card = placed([target, control], view, wanted, last);
          expect(overlaps(card, target)).toBe(false);
          expect(overlaps(card, control)).toBe(false);
          expect(card.left).toBeGreaterThanOrEqual(0);
          expect(card.right).toBeLessThanOrEqual(view.width);
          expect(card.top).toBeGreaterThanOrEqual(0);
          expect(card.bottom).toBeLessThanOrEqual(view.height);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
