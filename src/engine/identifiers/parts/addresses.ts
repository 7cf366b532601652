/** Links and e-mail addresses in a text. The only file that imports linkify-it. */
import { LinkifyIt } from "linkify-it";
import type { Folded, Span } from "../../rule.ts";

interface Address extends Span {
  readonly isMail: boolean;
}

/**
 * Ends of names that need no "www." before them. No words of English or Spanish: "great.so happy" is a missing space,
 * not a site.
 */
const ends =
  "com net org edu gov mil info biz io co app dev site online shop store blog page link xyz club health care clinic dental beauty salon tv cc ai us example ca uk mx br ar cl fr nl pl cz ch at dk fi gr hu ie il jp kr nz pt ro ru sk ua za au eu cn";

/** Made at the first use: most drafts have no address, and the patterns are long. */
let finder: LinkifyIt | undefined;
const found = new WeakMap<Folded, readonly Address[]>();

/** In order; spans of `folded.text`. What is after "http://" or "www." has at least two parts. Found once a check. */
export function addressesIn(folded: Folded): readonly Address[] {
  const { text } = folded;
  if (!/[a-z\d]\.[a-z]|:\/\//.test(text)) return [];
  const known = found.get(folded);
  if (known) return known;
  finder ??= new LinkifyIt({ fuzzyLink: true, tlds: ends.split(" ") }).add("ftp:", null).add("//", null);
  const addresses = (finder.match(text) ?? [])
    .filter(({ raw }) => /^(?:https?:\/\/)?(?:www\.)?[^/?#:]+\.[^/?#:]/.test(raw) || raw.includes("@"))
    .map(({ index, lastIndex, schema, raw }) => ({
      start: index,
      end: lastIndex,
      isMail: schema === "mailto:" || /^[^/?#]+@/.test(raw),
    }));
  found.set(folded, addresses);
  return addresses;
}
