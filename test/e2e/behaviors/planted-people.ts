/** Invented people whose names are nowhere in the world, so that finding one on a disk is never chance. */
import type { Secret } from "../harness/profile-search.ts";

const columns = [
  "Given name",
  "Family name",
  "Nickname",
  "Maiden name",
  "Handle",
  "Phone",
  "E-mail",
  "Birth date",
  "Record number",
] as const;

export interface Planted {
  readonly given: string;
  readonly family: string;
  readonly nickname: string;
  readonly former: string;
  readonly handle: string;
  readonly phone: string;
  readonly email: string;
  readonly birth: string;
  readonly record: string;
}

/** On the list, and never written anywhere else. */
export const quiet: Planted = {
  given: "Zephrina",
  family: "Quillhaven",
  nickname: "Zephykins",
  former: "Oxtabrook",
  handle: "quillglow_zeph",
  phone: "310-555-0142",
  email: "zq.letters@quillpost.example",
  birth: "1931-03-17",
  record: "QZ7741903",
};

/** On the list, with letters outside of ASCII, and never written anywhere else. */
export const accented: Planted = {
  given: "Brünhexa",
  family: "Ćwyklæsson",
  nickname: "Brünhexli",
  former: "Škvorblomqvist",
  handle: "bruenhexa.glow",
  phone: "310-555-0157",
  email: "brunhexa@cwyk.example",
  birth: "1933-11-29",
  record: "BX5529174",
};

/** On the list, and named in what is written on the sites. */
export const written: Planted = {
  given: "Ottilvane",
  family: "Grimsbeckett",
  nickname: "Ottivee",
  former: "Dunmarrowick",
  handle: "ottivane_skin",
  phone: "310-555-0118",
  email: "otti@grimspost.example",
  birth: "1937-08-05",
  record: "OG6630281",
};

/** On the list, and named nowhere but in a reason for posting anyway. */
export const confided: Planted = {
  given: "Wolfrynna",
  family: "Pepperdrake",
  nickname: "Wolfybee",
  former: "Clatterfjord",
  handle: "wolfrynna_p",
  phone: "310-555-0135",
  email: "wolfrynna@pepperpost.example",
  birth: "1935-09-14",
  record: "WP3376598",
};

/** Added by hand. */
export const joining: Planted = {
  given: "Xanthorpe",
  family: "Velmuridge",
  nickname: "Xanthiboo",
  former: "Plonkwortham",
  handle: "velmu_xanth",
  phone: "310-555-0173",
  email: "xanthorpe@velmu.example",
  birth: "1939-01-23",
  record: "XV1187420",
};

/** On the list, and removed by hand. */
export const leaving: Planted = {
  given: "Jorvendale",
  family: "Thistlecrumb",
  nickname: "Jorvijay",
  former: "Brackenquist",
  handle: "jorvi_thistle",
  phone: "310-555-0186",
  email: "jorven@thistlemail.example",
  birth: "1942-06-30",
  record: "JT9043355",
};

/** Typed into the form for one person and left there. */
export const unfinished: Planted = {
  given: "Myrrhabeth",
  family: "Oskarwindle",
  nickname: "Myrrhabee",
  former: "Trelawnquay",
  handle: "myrrha_windle",
  phone: "310-555-0129",
  email: "myrrha@windlepost.example",
  birth: "1944-12-02",
  record: "MO2298617",
};

/** In the import in the middle of which the browser ends. */
export const interrupted: Planted = {
  given: "Fennolyra",
  family: "Haddlestrom",
  nickname: "Fennylyr",
  former: "Wexcombury",
  handle: "fenno_lyra_h",
  phone: "310-555-0164",
  email: "fennolyra@haddle.example",
  birth: "1947-04-11",
  record: "FH8815036",
};

/** A CSV file of the people, `times` times over with another record number each time. */
export function listOf(people: readonly Planted[], times = 1): string {
  const rows = Array.from({ length: times }, (_, round) =>
    people.map(({ given, family, nickname, former, handle, phone, email, birth, record }) =>
      [given, family, nickname, former, `@${handle}`, phone, email, birth, `${record}${round || ""}`].join(
        ",",
      ),
    ),
  );
  return [columns.join(","), ...rows.flat(), ""].join("\n");
}

/** Each of a person's ways, and the phone and birth date as other programs write them. */
export function secretsOf(person: Planted): Secret[] {
  const [year = "", month = "", day = ""] = person.birth.split("-");
  const digits = person.phone.replaceAll("-", "");
  const ways: Readonly<Record<string, string>> = {
    ...person,
    "phone in digits": digits,
    "phone with brackets": `(${digits.slice(0, 3)}) ${person.phone.slice(4)}`,
    "birth date, month first": `${month}/${day}/${year}`,
    "birth date, day first": `${day}.${month}.${year}`,
    "birth date, short": `${Number(month)}/${Number(day)}/${year}`,
  };
  return Object.entries(ways).map(([way, content]) => ({ label: `${person.given}: ${way}`, content }));
}
