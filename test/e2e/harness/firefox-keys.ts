/** Key values of WebDriver (https://www.w3.org/TR/webdriver2/#keyboard-actions) by the names of `KeyboardEvent.key`. */
const keys: Record<string, string> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  Space: "\uE00D",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  Meta: "\uE03D",
};

export interface KeyAction {
  readonly type: "keyDown" | "keyUp";
  readonly value: string;
}

function value(name: string): string {
  const known = keys[name];
  if (known !== undefined) return known;
  const letter = /^Key([A-Z])$/.exec(name)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  if (Array.from(name).length !== 1) throw new Error(`no key named ${name}`);
  return name;
}

export function chordActions(chord: string): readonly KeyAction[] {
  const names = chord
    .replace("ControlOrMeta", process.platform === "darwin" ? "Meta" : "Control")
    .split("+")
    .map(value);
  return [
    ...names.map((name): KeyAction => ({ type: "keyDown", value: name })),
    ...names.toReversed().map((name): KeyAction => ({ type: "keyUp", value: name })),
  ];
}

export function typeActions(text: string): readonly KeyAction[] {
  return Array.from(text).flatMap((character) => {
    const name = character === "\n" ? value("Enter") : character;
    return [
      { type: "keyDown" as const, value: name },
      { type: "keyUp" as const, value: name },
    ];
  });
}

export function holdActions(key: string, times: number): readonly KeyAction[] {
  const name = value(key);
  return [
    ...Array.from({ length: times }, (): KeyAction => ({ type: "keyDown", value: name })),
    { type: "keyUp", value: name },
  ];
}
