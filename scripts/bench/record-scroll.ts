/** How evenly the console's table scrolls: the time from one frame to the next, and what of it the page itself computes. */
import type { PageHandle } from "../../test/e2e/harness/driver.ts";

export interface Scrolled {
  /** Milliseconds between two frames, in a row. */
  readonly frames: readonly number[];
  /** Milliseconds of script in the frame before; what is drawn where the table has moved is drawn here. */
  readonly work: readonly number[];
  /** Rows that were in sight and had no text yet, as a share of all that were. */
  readonly blank: number;
}

/** `by`: pixels a frame, as a wheel that is turned fast; or a share of the whole, as with the bar. */
export const timeScroll = (page: PageHandle, by: number | "bar", frames: number): Promise<Scrolled> =>
  page.evaluate(
    async (by, count) => {
      const grid = document.querySelector<HTMLElement>(".grid");
      if (!grid) throw new Error("no table");
      const frames: number[] = [];
      const work: number[] = [];
      let seen = 0;
      let blank = 0;
      grid.scrollTop = 0;
      let last = await new Promise<number>((done) => requestAnimationFrame(done));
      for (let frame = 0; frame < count; frame++) {
        if (by === "bar") grid.scrollTop = (grid.scrollHeight * frame) / count;
        else grid.scrollTop += by;
        const now = await new Promise<number>((done) => requestAnimationFrame(done));
        frames.push(now - last);
        last = now;
        // Behind the table's own callback of this frame, and with the layout that it asks for.
        const started = performance.now();
        await new Promise<void>((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => done());
          port1.start();
          port2.postMessage(null);
        });
        work.push(performance.now() - started);
        const box = grid.getBoundingClientRect();
        for (const row of grid.querySelectorAll<HTMLElement>(".rows .row")) {
          const { top, bottom } = row.getBoundingClientRect();
          if (bottom <= box.top || top >= box.bottom) continue;
          seen++;
          if (row.innerText.trim() === "…") blank++;
        }
      }
      return { frames, work, blank: seen === 0 ? 1 : blank / seen };
    },
    by,
    frames,
  );
