/** A text or bytes that must not be on disk. `label` is what a test may say of it. */
export interface Secret {
  readonly label: string;
  readonly content: string | Uint8Array;
}

/** One way in which a secret may be written. */
interface Pattern {
  readonly secret: Secret;
  readonly way: string;
  readonly bytes: Buffer;
  /** False: letters of either case count. */
  readonly exact: boolean;
}

const folded = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** What base64 makes of `bytes` wherever they begin in the whole: without the letters that share bits with neighbors. */
function base64Ways(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const letters = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const skipped = shift === 0 ? 0 : shift + 1;
    const hasRest = (bytes.length + shift) % 3 !== 0;
    return letters.slice(skipped, hasRest ? -1 : undefined);
  });
}

const percents = (bytes: Buffer): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

function bytesWays(secret: Secret, bytes: Buffer, name: string, withRaw: boolean): Pattern[] {
  const text = (way: string, letters: string, exact: boolean): Pattern[] => [
    { secret, way: `${name}${way}`, bytes: Buffer.from(letters, "latin1"), exact },
    { secret, way: `${name}${way}, UTF-16`, bytes: Buffer.from(letters, "utf16le"), exact },
  ];
  return [
    ...(withRaw ? [{ secret, way: name || "bytes", bytes, exact: name === "" }] : []),
    ...text(" hex", bytes.toString("hex"), false),
    ...base64Ways(bytes).flatMap((letters) => [
      ...text(" base64", letters, true),
      ...(/[+/]/.test(letters)
        ? text(" base64url", letters.replaceAll("+", "-").replaceAll("/", "_"), true)
        : []),
    ]),
  ];
}

function textWays(secret: Secret, text: string): Pattern[] {
  const bare = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
  const spellings = new Set(
    [text, bare].flatMap((one) => [one, one.normalize("NFD"), one.toLowerCase(), one.toUpperCase()]),
  );
  return [...spellings].flatMap((spelling) => {
    const utf8 = Buffer.from(spelling, "utf8");
    const utf16 = Buffer.from(spelling, "utf16le");
    const encoded = encodeURIComponent(spelling);
    const urls = new Set([encoded, encoded.replaceAll("%20", "+"), percents(utf8)]);
    return [
      ...bytesWays(secret, utf8, "UTF-8", true),
      ...bytesWays(secret, utf16, "UTF-16", true),
      { secret, way: "Latin-1", bytes: Buffer.from(spelling, "latin1"), exact: false },
      ...[...urls].flatMap((url) => [
        { secret, way: "URL", bytes: Buffer.from(url, "latin1"), exact: false },
        { secret, way: "URL, UTF-16", bytes: Buffer.from(url, "utf16le"), exact: false },
      ]),
    ];
  });
}

export type Scan = (bytes: Buffer) => { readonly secret: Secret; readonly way: string }[];

const bits = 20;
const fewest = 5;

/** Prepares one pass over any number of bytes for all ways to write all secrets. */
export function prepareScan(secrets: readonly Secret[]): Scan {
  const patterns = secrets.flatMap((secret) =>
    typeof secret.content === "string"
      ? textWays(secret, secret.content)
      : bytesWays(secret, Buffer.from(secret.content), "", true),
  );
  const short = patterns.find(({ bytes }) => bytes.length < fewest);
  if (short)
    throw new RangeError(`${short.secret.label} is too short to be told from what is there by chance`);

  const begins = new Uint8Array(1 << bits);
  const byStart = new Map<number, Pattern[]>();
  const seen = new Set<string>();
  for (const pattern of patterns) {
    const key = `${pattern.exact}${pattern.bytes.toString("latin1")}`;
    if (seen.has(key)) continue;
    seen.add(key);
    let start = 0;
    for (let i = 0; i < 4; i += 1) start = (start << 8) | (folded[pattern.bytes[i] ?? 0] ?? 0);
    begins[place(start)] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  }

  return (bytes) => {
    const hits = new Map<string, { secret: Secret; way: string }>();
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      start = (start << 8) | (folded[bytes[at] ?? 0] ?? 0);
      if (begins[place(start)] === 0 || at < 3) continue;
      for (const { secret, way, bytes: wanted, exact } of byStart.get(start) ?? []) {
        if (isAt(bytes, at - 3, wanted, exact)) hits.set(`${secret.label} ${way}`, { secret, way });
      }
    }
    return [...hits.values()];
  };
}

const place = (start: number): number => Math.imul(start, 0x9e3779b1) >>> (32 - bits);

function isAt(bytes: Buffer, at: number, wanted: Buffer, exact: boolean): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let i = 0; i < wanted.length; i += 1) {
    const [is, should] = [bytes[at + i] ?? 0, wanted[i] ?? 0];
    if (exact ? is !== should : folded[is] !== folded[should]) return false;
  }
  return true;
}
