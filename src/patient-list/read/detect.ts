/** What a file is, by its first bytes. Names lie: an ".xls" of practice software is often a web page. */
import type { Trouble } from "./source.ts";
import { entriesOf } from "./zip.ts";
import type { Entry } from "./zip.ts";

export type FileKind =
  | { readonly kind: "text" }
  | { readonly kind: "json" }
  | { readonly kind: "vcard" }
  | { readonly kind: "excel"; readonly entries: ReadonlyMap<string, Entry> };

const asCsv = "Export the list as CSV from the program that it comes from.";
const saveAs = "Open it in Excel and save it as an Excel workbook (.xlsx) or as CSV UTF-8.";

/** A problem where the file is known to be something that is no list, or one that cannot be read. */
export function detectKind(bytes: Uint8Array): FileKind | Trouble {
  if (bytes.length === 0) return { problem: "The file is empty. Export the list again." };
  if (isUtf32(bytes)) {
    return { problem: "The file is written in UTF-32, which cannot be read. Save it again as UTF-8." };
  }
  const head = latin(bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return detectZip(bytes);
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return detectOld(bytes);
  if (head.startsWith("%PDF")) return { problem: `This is a PDF, which is made for printing. ${asCsv}` };
  if (head.startsWith("{\\rtf")) return { problem: `This is a text document (RTF). ${asCsv}` };
  if (head.startsWith("\u001f\u008b") || head.startsWith("Rar!") || head.startsWith("7z\u00bc\u00af")) {
    return { problem: "This is a packed file. Unpack it and choose the list inside." };
  }
  if (/^(?:\u00ff\u00d8\u00ff|\u0089PNG|GIF8|SQLite format 3)|^.{4}Standard (?:Jet|ACE) DB/s.test(head)) {
    return { problem: `This is no list of patients but a picture or a database. ${asCsv}` };
  }
  const text = plainHead(bytes).trimStart();
  if (/^<(?:\?xml|!doctype|html|table|head|meta|workbook)/i.test(text)) {
    return { problem: `This is a web page or an XML file. ${saveAs}` };
  }
  if (/^MSH[|^]/.test(text))
    return { problem: `These are HL7 version 2 messages, which cannot be read. ${asCsv}` };
  if (/^begin:vcard/i.test(text)) return { kind: "vcard" };
  if (/^(?:\[\s*)?\{|^\[\s*\]/.test(text)) return { kind: "json" };
  return { kind: "text" };
}

/** By its byte order mark, or by three zeros around each Western letter. */
function isUtf32(bytes: Uint8Array): boolean {
  const letters = [0, 4, 8, 12].map((at) => [...bytes.subarray(at, at + 4)]);
  const [first = []] = letters;
  if (first.join() === "255,254,0,0" || first.join() === "0,0,254,255") return true;
  return [0, 3].some((own) =>
    letters.every(
      (letter) => letter.length === 4 && letter.every((byte, at) => (byte !== 0) === (at === own)),
    ),
  );
}

/** Without byte order marks and zero bytes, so that UTF-16 looks like what it says. */
function plainHead(bytes: Uint8Array): string {
  return latin(bytes.subarray(0, 1024))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\0", "");
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function detectZip(bytes: Uint8Array): FileKind | Trouble {
  const entries = entriesOf(bytes);
  if (!entries) {
    return {
      problem: "The file is cut off or damaged. Copy or download it again, or export the list as CSV.",
    };
  }
  if ([...entries.values()].some(({ isEncrypted }) => isEncrypted)) {
    return {
      problem: "The file is protected with a password. Save it without one, and delete that copy afterwards.",
    };
  }
  if (entries.has("xl/workbook.xml")) return { kind: "excel", entries };
  if (entries.has("xl/workbook.bin"))
    return { problem: `This is a binary Excel workbook (.xlsb). ${saveAs}` };
  const names = [...entries.keys()];
  if (names.some((name) => name.endsWith(".iwa") || name === "index.zip")) {
    return { problem: "This is a Numbers document. In Numbers choose File, Export To, CSV." };
  }
  if (entries.has("content.xml")) {
    return { problem: "This is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as CSV." };
  }
  if (entries.has("word/document.xml")) return { problem: `This is a Word document. ${asCsv}` };
  return { problem: "This is a packed file. Unpack it and choose the list inside." };
}

/** The container of old Office files, and of new ones with a password. */
function detectOld(bytes: Uint8Array): Trouble {
  const name = Uint8Array.from([..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]));
  return includes(bytes, name)
    ? {
        problem:
          "The workbook is protected with a password. Save it without one, and delete that copy afterwards.",
      }
    : { problem: `This is a file of an old Office version (.xls or .doc). ${saveAs}` };
}

/** Names of streams stand in the first or last parts of the container, at steps of 128 bytes. */
function includes(bytes: Uint8Array, name: Uint8Array): boolean {
  for (let at = 0; at + name.length <= bytes.length; at += 128) {
    let same = 0;
    while (same < name.length && bytes[at + same] === name[same]) same++;
    if (same === name.length) return true;
  }
  return false;
}
