import type { Chord } from "../../adapters/adapter.ts";
import type { Composer } from "./composer.ts";

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

function agrees(wanted: boolean | "any" | undefined, pressed: boolean): boolean {
  return wanted === "any" || pressed === (wanted ?? false);
}

function isChord(event: KeyPress, chord: Chord): boolean {
  return (
    event.key === chord.key &&
    agrees(chord.ctrl, event.ctrlKey) &&
    agrees(chord.meta, event.metaKey) &&
    agrees(chord.shift, event.shiftKey) &&
    agrees(chord.alt, event.altKey)
  );
}

/** Whether the site sends the draft on this key. Input methods and open mention lists are the caller's to ask about. */
export function isSendKey(event: KeyPress, { pattern, adapter }: Composer): boolean {
  return (pattern?.send.keys ?? adapter.unknown.keys).some((chord) => isChord(event, chord));
}
