/**
 * Lines of a vCard file: unfolded, taken apart, decoded. A parser of our own, since the kept ones read either version 4
 * alone (vcard4) or a whole file at once, of which one wrong line breaks all (ical.js), and none the quoted-printable
 * text of version 2.1, which phones still export.
 */

export interface Property {
  /** Line of the file on which it begins. */
  readonly line: number;
  /** Upper case, without its group ("item1."). */
  readonly name: string;
  /** By names in upper case; values as written, several parted by commas. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Decoded, but with the backslashes that parts of values need. */
  readonly value: string;
}

export interface LineReader {
  /** Line ends must be "\n". */
  push(text: string, last: boolean): readonly Property[];
}

/** A photo may be long; nothing that we read is. In UTF-16 units. */
const longestLine = 1 << 16;

export function newLineReader(): LineReader {
  let rest = "";
  let line = 0;
  let current = "";
  let startedAt = 1;
  /** The line before says that its text goes on. */
  let goesOn = false;
  let isQuotedPrintable = false;

  function take(raw: string, found: Property[]): void {
    line++;
    const isFolded = /^[ \t]/.test(raw);
    if (!isFolded && !goesOn) {
      finish(found);
      current = raw;
      startedAt = line;
    } else if (current.length < longestLine) {
      current = (goesOn ? current.slice(0, -1) : current) + (isFolded ? raw.slice(1) : raw);
    } else {
      goesOn = isQuotedPrintable && raw.endsWith("=");
      return;
    }
    isQuotedPrintable = /^[^:]{0,1000};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(current);
    goesOn = isQuotedPrintable && current.endsWith("=");
  }

  function finish(found: Property[]): void {
    const property = current === "" ? undefined : propertyOf(current, startedAt);
    if (property) found.push(property);
    current = "";
  }

  return {
    push(text, last) {
      const lines = (rest + text).split("\n");
      rest = last ? "" : (lines.pop() ?? "");
      // Its last sign says whether the next line belongs to it.
      if (rest.length > longestLine) rest = rest.slice(0, longestLine) + rest.slice(-1);
      const found: Property[] = [];
      for (const one of lines) take(one, found);
      if (last) finish(found);
      return found;
    },
  };
}

/** Undefined: no property but a line of a photo, for one. */
function propertyOf(text: string, line: number): Property | undefined {
  const [head = "", group = "", name = ""] = /^([\w-]+\.)?([A-Z][\w-]*)/i.exec(text) ?? [];
  if (name === "") return undefined;
  const parameters = new Map<string, string>();
  let at = head.length;
  while (text[at] === ";") {
    const [all = "", key = "", quoted, bare] =
      /^;([\w-]+)(?:=(?:"([^"]*)"|([^:;"]*(?:"[^"]*"[^:;"]*)*)))?/.exec(text.slice(at, at + 2000)) ?? [];
    if (all === "") return undefined;
    const upper = key.toUpperCase();
    // Version 2.1 leaves names out: "TEL;CELL;QUOTED-PRINTABLE:".
    const [known, value] = all.includes("=") ? [upper, quoted ?? bare ?? ""] : [bareName(upper), key];
    parameters.set(known, parameters.has(known) ? `${parameters.get(known)},${value}` : value);
    at += all.length;
  }
  if (text[at] !== ":" || group.length > 40) return undefined;
  return { line, name: name.toUpperCase(), parameters, value: decoded(text.slice(at + 1), parameters) };
}

function bareName(word: string): string {
  return /^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT|B)$/.test(word) ? "ENCODING" : "TYPE";
}

function decoded(value: string, parameters: ReadonlyMap<string, string>): string {
  if (!/^quoted-printable$/i.test(parameters.get("ENCODING") ?? "")) return value;
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const hex = value[at] === "=" ? /^[0-9A-F]{2}$/i.exec(value.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex === undefined) bytes.push(...new TextEncoder().encode(value[at] ?? ""));
    else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  return bytesToText(Uint8Array.from(bytes), parameters.get("CHARSET"));
}

function bytesToText(bytes: Uint8Array, charset: string | undefined): string {
  for (const label of [charset ?? "utf-8", "windows-1252"]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // A name of a charset that nobody knows, or bytes of another one than it says.
    }
  }
  return new TextDecoder().decode(bytes);
}

/** Parts of a value at `mark`, where no backslash stands before it; with the backslashes gone. */
export function partsOf(value: string, mark: ";" | ","): string[] {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? "";
    if (letter === "\\") {
      const next = value[++at] ?? "";
      part += next === "n" || next === "N" ? "\n" : next;
    } else if (letter === mark) {
      parts.push(part.trim());
      part = "";
    } else part += letter;
  }
  return [...parts, part.trim()];
}
