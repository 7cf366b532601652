/** Calls the card's part for pictures when there is one: most pages never need it, and would read it before their own scripts. */
import type { MediaHost, MediaPart } from "./media/part.ts";

export interface Media {
  add(files: Iterable<File>): void;
  draw(): void;
  readonly handle: (event: Event) => void;
}

export function createMedia(host: MediaHost): Media {
  let part: MediaPart | undefined;
  let isLoading = false;
  const files: File[] = [];

  async function draw(): Promise<void> {
    if (!part && !isLoading && (files.length > 0 || !host.slot.hidden)) {
      isLoading = true;
      await host.ask("media.load", {});
      isLoading = false;
      part = globalThis.replyGuardMedia?.(host);
    }
    part?.draw(files.splice(0));
  }

  return {
    add(chosen) {
      files.push(...chosen);
      void draw();
    },
    draw: () => void draw(),
    handle: (event) => part?.handle(event),
  };
}
