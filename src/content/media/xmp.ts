/**
 * XMP (ISO 16684-1): RDF in XML. Read piece by piece, and by the local names of properties: prefixes are each program's own
 * choice. Entities that a file declares itself are not followed.
 */
import { Parser } from "saxen";
import type { MediaKind } from "../../contract/media-kind.ts";
import { text, utf16 } from "./encoded.ts";
import type { Finds } from "./finds.ts";

/** In bytes. Real ones have some ten thousand; a longer one holds whole pictures. */
const longest = 300_000;
/** Taken at a time, in signs. */
const step = 16_384;

const names: readonly (readonly [MediaKind, readonly string[]])[] = [
  [
    "place",
    [
      "gpslatitude",
      "gpslongitude",
      "city",
      "state",
      "country",
      "countryname",
      "countrycode",
      "provincestate",
      "sublocation",
      "location",
      "locationname",
      "worldregion",
    ],
  ],
  ["time", ["datetimeoriginal", "datetimedigitized", "createdate", "datecreated", "gpstimestamp"]],
  [
    "device",
    ["make", "model", "serialnumber", "bodyserialnumber", "cameraserialnumber", "lensmodel", "lens"],
  ],
  [
    "person",
    [
      "creator",
      "rights",
      "contributor",
      "publisher",
      "personinimage",
      "personname",
      "persondisplayname",
      "ownername",
      "cameraownername",
      "owner",
      "artist",
      "copyright",
      "captionwriter",
      "credit",
      "ciemailwork",
      "citelwork",
    ],
  ],
  [
    "caption",
    [
      "description",
      "title",
      "headline",
      "usercomment",
      "imagedescription",
      "alttextaccessibility",
      "extdescraccessibility",
      "instructions",
      "event",
      "caption",
    ],
  ],
  [
    "keywords",
    [
      "subject",
      "hierarchicalsubject",
      "keywords",
      "tagslist",
      "lastkeywordxmp",
      "lastkeywordiptc",
      "catalogsets",
    ],
  ],
  ["preview", ["thumbnails", "image"]],
];

const kinds = new Map(names.flatMap(([kind, list]) => list.map((name) => [name, kind] as const)));

/** In a list of regions a name is a person's, or a pet's. */
const inRegions = new Set(["regionlist", "regions"]);

/** Without prefix, in small letters. */
const local = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

/** Some write the packet in UTF-16; its first sign tells. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0 || (bytes[0] === 0xfe && bytes[1] === 0xff)) return utf16(bytes, false);
  if (bytes[1] === 0 || (bytes[0] === 0xff && bytes[1] === 0xfe)) return utf16(bytes, true);
  return text(bytes);
}

export const readXmp = (bytes: Uint8Array, finds: Finds): void => finds.later(() => readPacket(bytes, finds));

async function readPacket(bytes: Uint8Array, finds: Finds): Promise<void> {
  if (bytes.length > longest) finds.miss();
  finds.spend(Math.min(bytes.length, longest));
  const written = decode(bytes.subarray(0, longest));
  // Around it stand marks of the packet, blanks to write on in, and now and then zeros.
  const start = written.indexOf("<");
  const end = written.lastIndexOf(">");
  if (start < 0 || end < start) return finds.miss();

  const open: string[] = [];
  const kindNow = (): MediaKind | undefined => {
    for (let at = open.length - 1; at >= 0; at--) {
      const name = open[at] ?? "";
      const kind = name === "name" && open.some((one) => inRegions.has(one)) ? "person" : kinds.get(name);
      if (kind) return kind;
    }
    return undefined;
  };
  const take = (kind: MediaKind | undefined, value: string): void => {
    if (!kind || value.trim() === "") return;
    if (kind === "time") {
      if (/[1-9]/.test(value)) finds.add(kind);
    } else if (kind === "device" || kind === "preview") finds.add(kind);
    else if (kind === "place" && /^[-+\d.,:°'" NSEW]*$/.test(value)) {
      // A position that is not set is written as zeros.
      if (/[1-9]/.test(value)) finds.add(kind);
    } else finds.say(kind, value);
  };

  const parser = new Parser();
  parser.on("openTag", (name, attributes, decodeEntities) => {
    open.push(local(name));
    if (open.length > 100) parser.stop();
    for (const [key, value] of Object.entries(attributes())) {
      const property = local(key);
      if (key.startsWith("xmlns")) continue;
      const isName = property === "name" && open.some((one) => inRegions.has(one));
      take(isName ? "person" : kinds.get(property), decodeEntities(value));
    }
  });
  parser.on("closeTag", () => void open.pop());
  parser.on("text", (value, decodeEntities) => {
    if (value.trim() !== "") take(kindNow(), decodeEntities(value));
  });
  parser.on("cdata", (value) => take(kindNow(), value));
  parser.on("error", () => finds.miss());
  for (let at = start; at <= end; at += step) {
    parser.write(written.slice(at, Math.min(at + step, end + 1)));
    await finds.pause();
  }
  if (parser.end() || open.length > 0) finds.miss();
}
