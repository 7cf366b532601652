/** Calls the card's part for pictures when there is one: most pages never need it, and would read it before their own scripts. */
import type { MediaHost, MediaPart } from "./media/part.ts";

export function createMedia(host: MediaHost): MediaPart {
  let part: MediaPart | undefined;
  let isLoading = false;
  const waiting: File[] = [];

  async function load(): Promise<void> {
    isLoading = true;
    await host.ask("media.load", {});
    isLoading = false;
    part = globalThis.replyGuardMedia?.(host);
    part?.add(waiting.splice(0));
    part?.draw();
  }

  return {
    add(files) {
      if (part) return part.add(files);
      waiting.push(...files);
      if (!isLoading) void load();
    },
    draw() {
      if (part) part.draw();
      else if (!host.slot.hidden && !isLoading) void load();
    },
    handle: (event) => part?.handle(event),
  };
}
