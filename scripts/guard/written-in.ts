/** What language a draft is written in, told from its words: enough to score languages apart, and no more. */
import { fold } from "../../src/engine/normalize.ts";
import { spanish as meanings } from "../train/spanish.ts";

export type WrittenIn = "English" | "Spanish" | "mixed";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Spanish words that are English ones or names too, or are borrowed so often that one alone tells nothing. */
const undecided = list(`
a no me come pan once real as red sin un he sea mayo mil larga linda rosa dona mama papa casa fiesta hola gracias amor
amiga sala manda calla pie nina mi y pasa dos solo grande nota paso les te lo si de la del las los el en es al cafe crema
corona angel salsa taco verde vista luz mano parte nada lado
`);

/** Common words of Spanish that the word list for training leaves out. */
const spanishWords = list(`
que son soy fui fue muy nos le se yo ellos ser hacer quedaron usted ustedes tambien sobre dra sra sres fueron ha han hemos
estuvimos vino vinieron gusto recibir visitarnos visitar verlos dio dieron
el la de los las del es en un al y te lo mi si les
`);

/** Of these one alone may stand in a name or a street of an English text: they count beside others only. */
const weak = list("el la de los las del es en un al y te lo mi si les");

const englishWords = list(`
the you your yours and for to of we is in it with thank thanks our that this was are on at i my not have has her his she u
ur be from or but if do did does don't can't we're it's i'm you're us they them what when how who will would could should
just all here there been were had get got about out up some any one please call see love great so good new back day time
come today team very really after before more never always free book ask happy hope sorry
`);

const spanishEnding = /(?:ciones|cion|mente|amos|imos|aron|ieron|iendo|idad|itos|itas|adas|ados)$/u;

/** `mixed` needs two words of the lesser language that make up a tenth of those that tell. */
export function writtenIn(text: string): WrittenIn {
  const words = fold(text).text.match(/\p{L}[\p{L}']*/gu) ?? [];
  let [spanish, hints, english] = [0, 0, 0];
  for (const word of words) {
    if (englishWords.has(word)) english++;
    else if (weak.has(word)) hints++;
    else if (undecided.has(word)) continue;
    else if (spanishWords.has(word) || meanings.has(word)) spanish++;
    else if (word.length > 6 && spanishEnding.test(word)) spanish++;
  }
  if (/[¿¡]|ñ/iu.test(text)) spanish++;
  if (spanish > 0) spanish += hints;
  const lesser = Math.min(spanish, english);
  if (lesser >= 2 && lesser * 10 >= spanish + english) return "mixed";
  return spanish > english ? "Spanish" : "English";
}
