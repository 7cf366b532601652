/** How a draft greets, and how a text reads behind a greeting. */
import type { Draft, Hit } from "../model.ts";
import { isNamed, namesOf } from "./sentences.ts";

/** A given name that the site shows as one ("Maria G."), for a greeting of our own. */
export const givenName = (author: string): string | undefined =>
  /^(\p{Lu}\p{Ll}[\p{L}'’]{1,14})(?:\s{1,9}\p{Lu}[\p{L}'’.-]{0,20})?$/u.exec(author.trim())?.[1];

const opening =
  /^\s{0,9}(?:(hi|hey{1,5}|hello|hiya|dear|hola|estimad[oa]|good (?:morning|afternoon|evening)|buen[oa]s (?:d[ií]as|tardes|noches))(?:\s{1,9}|(?=[,!])))?(?:(?:ms|mr|mrs|miss|dr|sra?|srta|don|do[ñn]a)\.?\s{1,9})?(@?\p{L}[\p{L}\p{N}_.'’-]{0,29})?(?:\s{1,9}(\p{Lu}[\p{L}.'’-]{0,29}))?\s{0,3}(?:[,!]{1,9}|\s[-–—]{1,3})\s{1,9}(?=\S)/iu;
const everybody =
  /^(?:there|everyone|everybody|all|friends?|neighbors?|y['’]all|team|folks|amig[oa]s?|tod[oa]s)$/iu;

/** How a draft greets the person that it answers. */
export interface Salutation {
  /** Safe to repeat, with its comma and space; empty where there is none. */
  readonly text: string;
  /** UTF-16 units of the draft that it takes. */
  readonly length: number;
}

const none: Salutation = { text: "", length: 0 };

/**
 * A greeting by a name that the site does not show, or one that says too much otherwise, gets the name that it shows, or
 * none.
 */
export function salutationOf(draft: Draft, hits: readonly Hit[]): Salutation {
  const author = draft.thread?.author ?? "";
  const names = namesOf(author);
  const [all, word = "", name = "", surname = ""] = opening.exec(draft.text.slice(0, 120)) ?? [];
  if (all === undefined || (word === "" && !isNamed(name, names))) return none;
  const { length } = all;
  const isShown =
    (name === "" || isNamed(name, names) || everybody.test(name)) &&
    (surname === "" || isNamed(surname, names));
  if (isShown && !hits.some(({ start, end }) => start < length && end > start)) return { text: all, length };
  const shown = givenName(author);
  const nobody = /^(?:hi|hey|hello)/iu.test(word)
    ? `${word} there, `
    : /^hola/iu.test(word)
      ? `${word}, `
      : "";
  return { text: shown === undefined ? nobody : `${word} ${shown}, `.trimStart(), length };
}

/** "Maria, Thank you" reads "Maria, thank you"; a name or an "I" keeps its capital. */
const lowers =
  /^(?:Glad|Sorry|Thrilled|Delighted|Always|Very|Really|Just|To|At|As|When|Yes|Un|Me|Lo|Thank|Thanks|We|Our|The|This|These|That|Please|It|It['’]s|For|If|Feel|Have|What|How|Such|So|Call|Any|Anyone|Many|Big|Great|Good|Happy|Reading|Words|Feedback|Honest|Questions|Money|Clear|Everyone['’]s|Every|Waiting|Nobody|Fair|Somebody|An|Aww|Gracias|Muchas|Mil|Lamentamos|Nos|Por|Para|Qué|Estas|Leer|Agradecemos|Entendemos|Comentarios|Los|Tomamos|Las|El|A|Trabajamos|Respetamos|Toda|Leemos|Este)(?=[\s,'’])/u;

export function greeted(greeting: string, text: string): string {
  if (greeting === "" || !greeting.trimEnd().endsWith(",")) return `${greeting}${capital(text)}`;
  return `${greeting}${text.replace(lowers, (first) => first.toLowerCase())}`;
}

export const capital = (text: string): string =>
  text.replace(/^\s{0,9}[¡¿]?\p{Ll}/u, (first) => first.toUpperCase());
