/** Which column of a list means what, by its name in the first line. */

export type Field =
  | "name"
  | "given"
  | "family"
  | "nicknames"
  | "aliases"
  | "handles"
  | "phones"
  | "emails"
  | "recordNumbers";

/** As practice software and people name them, reduced to lower case letters. */
const names = {
  name: ["name", "fullname", "patient", "patientname", "clientname", "client"],
  given: ["given", "givenname", "first", "firstname", "fname", "forename", "patientfirstname"],
  family: ["family", "familyname", "last", "lastname", "lname", "surname", "patientlastname"],
  nicknames: ["nickname", "nicknames", "preferredname", "preferred", "goesby"],
  aliases: ["alias", "aliases", "formername", "formernames", "maidenname", "othername", "othernames"],
  handles: ["handle", "handles", "social", "instagram", "facebook", "yelp", "username", "usernames"],
  phones: [
    "phone",
    "phones",
    "phonenumber",
    "mobile",
    "mobilephone",
    "cell",
    "cellphone",
    "homephone",
    "workphone",
  ],
  emails: ["email", "emails", "emailaddress", "mail"],
  recordNumbers: [
    "mrn",
    "recordnumber",
    "medicalrecordnumber",
    "chart",
    "chartnumber",
    "patientid",
    "id",
    "accountnumber",
  ],
} as const satisfies Readonly<Record<Field, readonly string[]>>;

export const fieldWords: Readonly<Record<Field, string>> = {
  name: "Full name",
  given: "Given name",
  family: "Family name",
  nicknames: "Nicknames",
  aliases: "Other names",
  handles: "Handles",
  phones: "Phones",
  emails: "E-mails",
  recordNumbers: "Record numbers",
};

const fieldOf = new Map<string, Field>(
  Object.keys(names).flatMap((field) =>
    isField(field) ? names[field].map((name) => [name, field] as const) : [],
  ),
);

function isField(name: string): name is Field {
  return Object.hasOwn(names, name);
}

/** Undefined: the column is not used (birth dates, addresses and the like are never looked at). */
export function fieldOfColumn(header: string): Field | undefined {
  return fieldOf.get(header.toLowerCase().replace(/[^a-z]/g, ""));
}
