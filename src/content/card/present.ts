/** Keeps the card and the underlines where the box is, for as long as there is something to show. */
import type { Finding } from "../../engine/model.ts";
import { clearHighlights, highlight } from "../highlight.ts";
import type { Composer } from "../locate/composer.ts";
import { findSendControl } from "../locate/find-send-control.ts";
import type { View } from "../view.ts";
import type { Card } from "./card.ts";
import { createMirror } from "./mirror.ts";
import { place } from "./place.ts";
import type { Side } from "./place.ts";

/** Above and below the content, in pixels. */
const borders = 2;

export interface Presenter {
  present(view: View, composer: Composer | undefined, findings: readonly Finding[]): void;
  /** The person closed the note on this draft: it stays closed until the draft changes or is held. */
  hide(key: string | undefined): void;
  /** The content has become higher or lower, without another view. */
  resized(): void;
}

export function createPresenter(
  card: Card,
  currentKey: () => string | undefined,
  currentBox: () => Composer | undefined,
  otherBoxes: (current: HTMLElement) => readonly HTMLElement[],
  signal: AbortSignal,
): Presenter {
  const mirror = createMirror(card.root);
  let frame = 0;
  let shown: View | undefined;
  let hiddenKey: string | undefined;
  let findings: readonly Finding[] = [];
  /** What the card was last placed by: the same again needs no work. */
  let placedBy = "";
  /** Of the box, where the card stands: it stays there while that is any good. */
  let side: Side | undefined;
  let mode: View["mode"] = "hidden";
  /** What its content wants, by width: measuring costs a layout, and takes away where a person has scrolled it to. */
  const heights = new Map<number, number>();

  function heightAt(width: number): number {
    const known = heights.get(width);
    if (known !== undefined) return known;
    const { region } = card;
    const { scrollTop } = region;
    const before = region.style.cssText;
    region.style.width = `${width}px`;
    region.style.maxHeight = "none";
    const height = region.scrollHeight + borders;
    region.style.cssText = before;
    region.scrollTop = scrollTop;
    heights.set(width, height);
    return height;
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    frame = 0;
  }

  function follow(): void {
    frame = 0;
    const composer = currentBox();
    if (!shown || shown.mode === "hidden" || signal.aborted) return;
    if (!composer || !composer.box.checkVisibility()) {
      card.region.hidden = true;
      mirror.clear();
    } else {
      card.region.hidden = false;
      if (findings.length > 0 && composer.box instanceof HTMLTextAreaElement) mirror.follow(composer.box);
      const control = findSendControl(composer);
      const avoid = [composer.box, ...(control ? [control] : [])].map((item) => item.getBoundingClientRect());
      const { region } = card;
      const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
      const by = JSON.stringify([avoid, viewport]);
      if (by !== placedBy) {
        placedBy = by;
        const spare = otherBoxes(composer.box).map((box) => box.getBoundingClientRect());
        const { left, top, width, maxHeight, side: now } = place(avoid, viewport, heightAt, spare, side);
        side = now;
        region.style.left = `${left}px`;
        region.style.top = `${top}px`;
        region.style.width = `${width}px`;
        region.style.maxHeight = `${maxHeight}px`;
      }
    }
    frame = requestAnimationFrame(follow);
  }

  function underline(composer: Composer | undefined): void {
    clearHighlights();
    mirror.clear();
    if (!composer || findings.length === 0) return;
    if (composer.box instanceof HTMLTextAreaElement) mirror.draw(composer.box, findings);
    else highlight(composer.box, findings);
  }

  signal.addEventListener("abort", () => {
    stop();
    clearHighlights();
    card.remove();
  });

  return {
    present(view, composer, found) {
      if (view.mode === "card" || hiddenKey !== currentKey()) hiddenKey = undefined;
      const isHidden = hiddenKey !== undefined && hiddenKey === currentKey();
      shown = isHidden ? { ...view, mode: "hidden" } : view;
      const isNew = card.render(shown);
      if (found !== findings) {
        findings = found;
        underline(composer);
      }
      if (!isNew && frame !== 0) return;
      // What a person reads from now on has the place that is best for it.
      if (mode !== shown.mode) side = undefined;
      mode = shown.mode;
      placedBy = "";
      heights.clear();
      // In its new place before it is painted: where the note stood, the whole card could lie on the box.
      stop();
      if (shown.mode !== "hidden") follow();
    },
    hide(key) {
      hiddenKey = key;
    },
    resized() {
      placedBy = "";
      heights.clear();
    },
  };
}
