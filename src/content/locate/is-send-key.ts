import type { Chord } from "../../adapters/adapter.ts";
import type { Composer } from "./composer.ts";

const any = { meta: "any", shift: "any", alt: "any" } as const;
/** What a policy can name. A site that sends with Ctrl does so with ⌘ on a Mac. */
const named: Readonly<Record<"enter" | "ctrl-enter", readonly Chord[]>> = {
  enter: [{ ...any, key: "Enter", ctrl: "any", shift: false }],
  "ctrl-enter": [
    { ...any, key: "Enter", ctrl: true },
    { ...any, key: "Enter", ctrl: "any", meta: true },
  ],
};

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
export function isSendKey(event: KeyPress, { pattern, adapter, overrides }: Composer): boolean {
  const known = pattern?.send.keys ?? adapter.unknown.keys;
  const said = overrides.flatMap(({ sendKeys }) => sendKeys.flatMap((key) => named[key]));
  return [...known, ...said].some((chord) => isChord(event, chord));
}
