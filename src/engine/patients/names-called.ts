/** Names by which a reply speaks to somebody: what the thread does not show tells who wrote. */
import type { RuleContext, Span } from "../rule.ts";
import { fold } from "../normalize.ts";
import { everyday } from "./everyday.ts";
import { givenNames } from "./given-names.ts";
import { formalNames } from "./nicknames.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Everyday words that are given names wherever somebody is greeted by one. */
const calledNames = set(`
  amber april art austin autumn bill bob brandy brook brooke carol chad chase christian colt crystal daisy dale dawn dean
  destiny drew eve faith frank gene ginger glen grace grant harmony harper hazel heather hilary holly hope hunter iris ivy
  jack jade jasmine jay jean jewel john joy june kay kelly ken kit lance lane laurel lily lucky mark mason may melody
  mercedes mercy miles myrtle nick norm olive opal parker patience pat pearl penny peter piper porter prudence ray reed rich
  rob robin rocky rod rose rosemary ruby rusty sally sandy scarlet scout shelby skipper stella sterling sue summer
  tanner taylor terry trinity troy tucker tyler victor viola violet virginia wade walker ward will willow wren
`);
/** What people are called that is no name: a greeting with one of these tells nobody anything. */
const noNames = set(`
  there all everyone everybody folks friend friends neighbor neighbors neighbour again yall guys team ladies lady
  gorgeous beautiful lovely love babe babes baby doll dolls dear dearest darling honey hon sweetheart sweetie sweet
  sunshine superstar star angel queen king mama mamas mami papi sister sis girl girls gal gals boss chica chicas hun
  sir madam reviewer valued wonderful amazing dearly fellow guest customer client clients patient patients visitor
  reader readers followers family fam community bestie besties pal buddy champ cutie legend human stranger anonymous
  linda lindo bella bello bonita bonito hermosa hermoso reina rey preciosa precioso preciosas vida cielo corazon
  amor amiga amigo amigas amigos vecina vecino vecinos nena nene mija mijo querida querido senora senor senorita
  estimada estimado cliente clienta paciente doctora doctor dr dra todos todas mi mis dulce guapa guapo amada amado
  thank thanks thx ty tysm gracias happy merry good great yes no wow welcome hello hi hey hola sorry congrats
  so we i it the this that these those our you your they he she what when where how why please if as and or but
  from for to at in on of my glad is are was do did can could would will let just not only also very really
  que por para su sus tu tus le les nos en con de la el los las un una y o si muy mucho muchas
  monday tuesday wednesday thursday friday saturday sunday january february march july august september october
  november december today tomorrow tonight mr mrs ms miss mx sra sr srta prof nurse coach
`);

const greeting =
  /(?<![\p{L}\p{N}@#])(?:h{1,4}i{1,4}|he{1,4}y{1,4}|hello{1,4}|dear|hola{1,4}|querid[oa]|estimad[oa]|good (?:morning|afternoon|evening)),? (\p{L}[\p{L}'’]{1,14})(?:[ -](\p{L}[\p{L}'’-]{1,18}))?/giu;
/** Called at the start of a sentence, or by the thanks. */
const opening =
  /(?:^|[\n.!?] ?)(?:(?:Thanks|Thank you|Thank u|Gracias|Oh|Aw{1,12}|Yay|Welcome|Congrats|Sorry),? (?:so much,? |again,? )?)?(\p{Lu}\p{Ll}{1,14})(?=[,!.:]| (?:thank|thanks|we|gracias|you))/gu;
/** Called at its end: "We appreciate the feedback, Zelda!" */
const closing =
  /(?:^|[\n.!?] ?)(?:Thank|Thanks|Gracias|Much|We|So|Many|Congrats|Happy|Feliz|Muchas|Muchísimas|Agradecemos)(?: [^.!?,\n\p{Lu}]{0,80})?, (\p{Lu}\p{Ll}{1,14})(?=[!.]|$)/gu;

const whole = (word: string): string => fold(word).text.replace(/[^\p{L}]/gu, "");
const isName = (word: string): boolean => givenNames.has(word) || formalNames.has(word);

export interface Called extends Span {
  /** Whether it is the family name that is not shown. */
  readonly family: boolean;
}

/** @param shown the words and the handle by which the other person is known; empty where nobody is answered. */
export function findCalled(
  context: RuleContext,
  shown: ReadonlySet<string>,
  isOwn: (name: string) => boolean,
): readonly Called[] {
  const { text } = context.draft;
  if (context.threadAuthor === "" || context.draft.surface === "message") return [];
  const found: Called[] = [];
  const isKnown = (typed: string): boolean =>
    isOwn(typed) || isShownAs(whole(typed), shown) || context.threadText.includes(whole(typed));

  for (const { 0: all, 1: given = "", 2: family = "", index } of text.matchAll(greeting)) {
    const start = index + all.indexOf(given, all.search(/[ ,]/u));
    const end = start + given.length;
    const after = text.slice(index + all.length, index + all.length + 1);
    const surname = readsAsSurname(family, shown) && !isOwn(given) && !isKnown(family);
    if (surname && isKnown(given) && !noNames.has(whole(given))) {
      found.push({ start, end: index + all.length, family: true });
    } else if (!isKnown(given) && isCalled(given, family, after, context, surname)) {
      found.push({ start, end: surname ? index + all.length : end, family: false });
    }
  }
  for (const pattern of [opening, closing]) {
    for (const { 0: all, 1: name = "", index } of text.matchAll(pattern)) {
      const word = whole(name);
      if (!givenNames.has(word) || everyday.has(word) || noNames.has(word) || isKnown(name)) continue;
      const start = index + all.length - name.length;
      found.push({ start, end: start + name.length, family: false });
    }
  }
  return found;
}

/** A second word after a greeted name, where it is no part of what follows. */
function readsAsSurname(typed: string, shown: ReadonlySet<string>): boolean {
  const word = whole(typed);
  if (word.length < 3 || noNames.has(word)) return false;
  if (/^\p{Lu}\p{Ll}/u.test(typed)) return true;
  // In small letters or capitals throughout any word may follow; the initial that the site shows tells.
  return [...shown].some((part) => part.length === 1 && word.startsWith(part));
}

function isCalled(
  typed: string,
  family: string,
  after: string,
  { draft: { text }, threadAuthor }: RuleContext,
  surname: boolean,
): boolean {
  const word = whole(typed);
  if (noNames.has(word) || word.length < 2) return false;
  // In capitals throughout, a capital says nothing; in small letters throughout neither.
  const isCapital = /^\p{Lu}/u.test(typed) && /\p{Ll}/u.test(text);
  const isAlone = family === "" || surname || noNames.has(whole(family));
  if (!isAlone) return false;
  const follows = /^[,!.:;]/.test(after) || after === "";
  if (everyday.has(word)) return calledNames.has(word) && follows && (isCapital || !/\p{Lu}/u.test(text));
  if (isName(word)) return true;
  // No known name: only where a name must stand, to somebody who goes by one.
  return isCapital && after === "," && word.length >= 4 && isName(/^[a-z]+/.exec(threadAuthor)?.[0] ?? "");
}

/** The name itself, part of a handle, or short for it. */
function isShownAs(name: string, shown: ReadonlySet<string>): boolean {
  for (const other of shown) {
    if (other === name || (other.length >= 3 && (other.includes(name) || name.startsWith(other))))
      return true;
    if (formalNames.get(name)?.includes(other) || formalNames.get(other)?.includes(name)) return true;
  }
  return false;
}
