/** Calls the card's part for pictures when there is one: most pages never need it, and would read it before their own scripts. */
import type { MediaHost, MediaPart } from "./media/part.ts";

export interface Media {
  add(files: Iterable<File>): void;
  draw(): void;
  /** The tick was set or taken out by this event. */
  press(event: Event): Promise<void>;
}

export function createMedia(host: MediaHost): Media {
  let part: MediaPart | undefined;
  let isLoading = false;
  const files: File[] = [];

  async function draw(): Promise<void> {
    host.tick.checked = host.isAttested();
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
    async press(event) {
      if (part) return part.press(event);
      // What a picture holds up can be attested without that part, and counts when it is on record.
      const draft = host.draft();
      if (!host.tick.checked) host.attest(false);
      else if (
        draft &&
        (await host.ask("media.attest", { id: crypto.randomUUID(), draft, carries: ["unknown"] })).ok &&
        draft === host.draft()
      )
        host.attest(true);
      void draw();
    },
  };
}
