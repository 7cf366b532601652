/** Where the card stands: beside the box, never over the text or the send control while there is any room. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Side = "below" | "above" | "right" | "left" | "over";

export interface Place {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** The card scrolls inside when its content is higher. */
  readonly maxHeight: number;
}

const gap = 8;
const wanted = 384;
/** Narrower than this, the buttons no longer fit beside the box. */
const narrowest = 260;
/** Lower than this, nothing can be read. */
const lowest = 120;
/** With so much room, the card rather scrolls inside than goes to another side of the box under somebody's eyes. */
const enough = 240;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const clamp = (value: number, from: number, to: number): number => Math.max(from, Math.min(value, to));

/**
 * All in CSS pixels of the viewport.
 * @param avoid the box and, where it is known, its send control
 * @param heightAt what the content wants at a width
 * @param spare what had better stay free as well: other boxes that a person may want to write in
 * @param last the side on which it stands, for as long as it has not been away
 */
export function place(
  avoid: readonly Box[],
  viewport: { readonly width: number; readonly height: number },
  heightAt: (width: number) => number,
  spare: readonly Box[] = [],
  last?: Side,
): Place {
  const width = Math.min(wanted, viewport.width - 2 * gap);
  const all: Box = {
    left: Math.min(...avoid.map((a) => a.left)),
    top: Math.min(...avoid.map((a) => a.top)),
    right: Math.max(...avoid.map((a) => a.right)),
    bottom: Math.max(...avoid.map((a) => a.bottom)),
  };
  const full = viewport.height - 2 * gap;
  const height = heightAt(width);
  const left = clamp(avoid[0]?.left ?? gap, gap, Math.max(gap, viewport.width - width - gap));
  const beside = (side: "right" | "left", room: number): Place | undefined => {
    if (room < narrowest) return undefined;
    const wide = Math.min(width, room);
    const high = Math.min(wide === width ? height : heightAt(wide), full);
    const top = clamp(all.top, gap, Math.max(gap, viewport.height - high - gap));
    const from = side === "left" ? all.left - gap - wide : all.right + gap;
    return { side, left: from, top, width: wide, maxHeight: full };
  };

  const belowRoom = viewport.height - all.bottom - 2 * gap;
  const aboveRoom = all.top - 2 * gap;
  const below: Place = { side: "below", left, top: all.bottom + gap, width, maxHeight: belowRoom };
  const top = all.top - gap - Math.min(height, aboveRoom);
  const above: Place = { side: "above", left, top, width, maxHeight: aboveRoom };
  const right = beside("right", viewport.width - all.right - 2 * gap);
  const leftSide = beside("left", all.left - 2 * gap);

  const places = [
    ...(all.bottom >= 0 ? [below] : []),
    ...(all.top <= viewport.height ? [above] : []),
    ...(right ? [right] : []),
    ...(leftSide ? [leftSide] : []),
  ];
  const highAt = (one: Place): number => (one.width === width ? height : heightAt(one.width));
  const fitting = places.filter((one) => one.maxHeight >= highAt(one));
  const isFree = (one: Place): boolean => {
    const high = Math.min(highAt(one), one.maxHeight);
    const at = { left: one.left, top: one.top, right: one.left + one.width, bottom: one.top + high };
    return !spare.some((other) => overlap(at, other));
  };
  const stays = places.find(({ side }) => side === last);
  if (stays && stays.maxHeight >= Math.min(highAt(stays), enough) && isFree(stays)) return stays;
  const best = fitting.find(isFree) ?? fitting[0];
  if (best) return best;
  const roomiest = places.toSorted((a, b) => b.maxHeight - a.maxHeight)[0];
  if (roomiest && roomiest.maxHeight >= lowest) return roomiest;
  // The box fills the window: the strip at the end that is farther from the send control.
  const control = avoid[1] ?? all;
  const maxHeight = Math.min(height, Math.max(lowest, viewport.height / 3));
  const isControlLow = (control.top + control.bottom) / 2 > viewport.height / 2;
  return {
    side: "over",
    left,
    top: isControlLow ? gap : viewport.height - maxHeight - gap,
    width,
    maxHeight,
  };
}
