/** Which column of a list means what, by its name: English and Spanish, as practice software and people write them. */
import type { Field } from "./source.ts";

/** Reduced to lower case letters without accents, after the words of `noise` are gone. */
const names: Readonly<Record<Field, string>> = {
  given:
    "given givenname givennames first firstname fname forename forenames christianname namefirst firstnm nmfirst " +
    "nombre nombres primernombre nombrepila nombresdepila",
  middle:
    "middle middlei additionalname middlename mname middleinitial mi minit initial namemiddle middlenm secondname segundonombre otronombre",
  family:
    "family familyname last lastname lname surname surnames namelast lastnm nmlast apellido apellidos apellidopaterno " +
    "primerapellido apellidomaterno segundoapellido paterno materno",
  name:
    "name fullname namefull completename displayname namelastfirst lastfirst lastfirstmiddle lastnamefirstname lastnamefirst " +
    "lastcommafirst namelastfirstmiddle namelastfirstmi lastfirstmi firstlast firstandlast firstandlastname firstnamelastname " +
    "namefirstlast nombrepaciente nombredelpaciente nombredepaciente nombrecompleto nombreyapellido nombreyapellidos nombresyapellidos apellidosynombres apellidoynombre " +
    "apellidosnombres apellidosynombre nombreapellido nombreapellidos",
  formerFamilies:
    "maiden maidenname maidenlastname maidensurname maidenfamilyname née nee previouslast previouslastname previousfamily previousfamilyname formerlast formerlastname formerfamily formerfamilyname formerfamilynames familynameatbirth birthfamilyname " +
    "priorlastname priorlast oldlastname birthlastname birthsurname lastnameatbirth namematbirth birthname nameatbirth " +
    "formersurname previoussurname apellidosoltera nombresoltera apellidoanterior apellidosanteriores",
  preferred:
    "preferred preferredname preferredfirstname preferredfirst prefname preffirst preffirstname nameprefers goesby goesbyname calledby called knownas callme " +
    "chosenname chosen usedname usualname nombrepreferido prefiere llamar seconoce conocidocomo",
  nicknames: "nick nickname nicknames nicks familiarname apodo apodos sobrenombre mote diminutivo",
  aliases:
    "alias aliases aka alsoknownas othername othernames otherfullname formername formernames previousname previousnames " +
    "priorname priornames alternatename alternatenames altname oldname dba otrosnombres nombreanterior nombresanteriores",
  handles:
    "handle handles social socials socialmedia socialhandle socialmediahandle socialmediahandles socialprofile username " +
    "usernames screenname instagram insta ig instagramhandle instagramusername instagramname instagramurl instagramprofile " +
    "instahandle ighandle igname iguser igusername facebook fb facebookname facebookurl facebookprofile fbname facebookhandle " +
    "facebookusername yelp yelpname yelpuser yelpusername yelphandle tiktok tiktokhandle tiktokusername twitter twitterhandle " +
    "twitterusername xhandle threads snapchat youtube linkedin usuario redessociales redsocial perfil perfilinstagram",
  phones:
    "phone phones phoneno phonenumber phonenumbers phonenum ph phnumber telephone telephonenumber telephoneno tel telno telnumber " +
    "telefono telefonos numerotelefono numerotelefonico numerotelefonocelular mobile mobiles mobilephone mobilephonenumber " +
    "mobileno mobilenumber mobiletel cell cells cellphone cellphonenumber cellno cellnumber cellular celular celulares movil " +
    "telefonocelular telefonomovil numerocelular wirelessphone wireless homephone homephonenumber phonehome hometel hometelephone homeno homenumber " +
    "telefonocasa telefonofijo workphone workphonenumber phonework worktel businessphone officephone daytimephone dayphone " +
    "eveningphone nightphone otherphone altphone alternatephone alternatephonenumber secondaryphone phonemobile phonecell " +
    "phoneother phonealt contactnumber contactno contactphone contactphonenumber preferredphone preferredphonenumber " +
    "preferredcontactnumber sms smsnumber smsphone textnumber whatsapp fijo phonetype phonehm hmphone wkphone clphone mphone " +
    "hphone wphone cphone telefonotrabajo",
  emails:
    "email emails emailaddress emailaddresses mail emailid emailaddr eaddress personalemail homeemail workemail contactemail " +
    "preferredemail otheremail alternateemail secondaryemail correo correos correoelectronico direccioncorreo " +
    "direccioncorreoelectronico mailaddress useremail",
  birthDates:
    "dob dateofbirth datebirth birthdate birthday bday birth bdate birthdt dobdate dtbirth dtofbirth dayofbirth fechanacimiento " +
    "fechadenacimiento fechanac fnac fnacimiento nacimiento fdn cumpleanos",
  recordNumbers:
    "mrn mrnid mrnumber mrno medicalrecordnumber medicalrecordno medicalrecord medrec medrecno medrecnumber record recordno recordid " +
    "recordnumber chart chartno chartid chartnumber chartnum charts id ids no nbr number num acct acctno acctnumber acctnum account " +
    "accountno accountnumber accountid emrid ehrid externalid fileno filenumber emr expediente numeroexpediente noexpediente " +
    "nexpediente historia historiaclinica numerohistoria numerohistoriaclinica nhc numerocuenta",
};
// "Phone type" says "mobile", not a number.
const never = new Set(["phonetype", "birth"]);

/** Say whose column it is, which is clear, or which of several. */
const noise = new Set(
  (
    "patient patients pt pts pat client clients customer member person people legal current primary main the of your de del la " +
    "el los las su paciente pacientes cliente information info field text value"
  ).split(" "),
);
/** Alone in the head of a column these mean the patient's name. */
const people = new Set([
  "patient",
  "patients",
  "client",
  "clients",
  "member",
  "paciente",
  "pacientes",
  "cliente",
]);

/** Somebody else than the patient, or something else than asked for. */
const foreign =
  /\b(?:provider|doctor|dr|physician|referr\w{0,12}|guarantor|emergency|insur\w{0,12}|subscriber|policy|payer|payor|spouse|partner|mother|father|parents?|guardian|responsible|employer|company|business name|organization|pharmacy|facility|location|clinic|practice|staff|employee|user id|created|modified|updated|contact name|next of kin|nok|relationship|city|state|street|address line|medico|aseguradora|emergencia|madre|padre|tutor|conyuge|esposo|esposa|empresa|ciudad|estado|calle)\b/;

function isField(name: string): name is Field {
  return Object.hasOwn(names, name);
}

const fieldOf = new Map<string, Field>(
  Object.keys(names).flatMap((field) =>
    isField(field) ? names[field].split(" ").map((name) => [name, field] as const) : [],
  ),
);

/** Undefined: the column is not used. */
export function fieldOfHeader(header: string): Field | undefined {
  if (header.length > 60) return undefined;
  const plain = plainWords(header);
  if (header.trim() === "@") return "handles";
  if (people.has(plain.join(""))) return "name";
  if (foreign.test(plain.join(" ")) && !/\b(?:mail|email|correo)\b/.test(plain.join(" "))) return undefined;
  const words = plain.filter((word) => !noise.has(word));
  const squeezed = words.join("");
  return (
    named(plain.join("")) ??
    named(squeezed) ??
    // "patientdob" and "PTLNAME" have no sign between their words.
    named(squeezed.replace(/^(?:patients?|pat|pt|clients?|customer|member)(?=.)/, "")) ??
    // "Phone 2", "Cell phone #", "Name (Legal)": the number and what stands in brackets only tell apart.
    named(squeezed.replace(/\d+/g, "")) ??
    named(words.filter((word) => !/^(?:\d+|no|num|nbr|number|nr|numero)$/.test(word)).join("")) ??
    named(
      plainWords(header.split(/[([{]/)[0] ?? "")
        .filter((word) => !noise.has(word))
        .join(""),
    )
  );
}

function named(squeezed: string): Field | undefined {
  return never.has(squeezed) ? undefined : fieldOf.get(squeezed);
}

/** Somebody else's, or something about a place: not to be guessed by what is in it either. */
export function isForeign(header: string): boolean {
  return foreign.test(plainWords(header).join(" "));
}

/** "PatientFirstName", "PT_LNAME" and "E-Mail (home)" in words, without accents. */
function plainWords(header: string): string[] {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\be-? ?mail/g, "email")
    .replace(/#|\bn[°ºo]\.?(?= |$)/g, " no ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
