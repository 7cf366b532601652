/**
 * Words that several rules share, as alternations for regular expressions over folded text (lower case, no accents),
 * English and Spanish. A word belongs here only if more than one rule needs it.
 */
import { bodyTerms, conditionTerms, procedureTerms, resultTerms } from "./terms.ts";

/** Of the person spoken to. */
export const your = "(?:your|ur|yr)";
/** `su` may also mean "their", so it counts only where one person is spoken to. */
export const tu = "(?:tus?|sus?)";
/** The practice as somebody is with it. */
export const us = "(?:us|me|our (?:team|office|practice|clinic|staff|doctors?|providers?|injectors?|family))";
export const relative =
  "(?:wife|husband|spouse|partner|fiance|fiancee|boyfriend|girlfriend|mom|mother|mama|dad|father|parents|son|sons|daughter|daughters|boys?|girls?|kids?|child|children|baby|toddler|little (?:one|guy|girl|boy|man)|sister|brother|sis|bro|aunt|auntie|uncle|niece|nephew|cousin|grandma|grandmother|grandpa|grandson|granddaughter|friend|friends|bestie|neighbor|coworker|roommate|guest|mother-in-law|twin|family)";
export const pariente =
  "(?:esposa|esposo|marido|mujer|novio|novia|mama|madre|papa|padre|hijos?|hijas?|ninos?|ninas?|bebe|hermanas?|hermanos?|tias?|tios?|primas?|primos?|abuela|abuelo|nieto|nieta|amigas?|amigos?|vecina|vecino|suegra)";

export const day =
  "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday|s)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sunday|today|tonight|tomorrow|tmrw|tmr|2morrow|2moro|yesterday|monday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy|ayer)";
export const month =
  "(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
export const clock =
  "(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|a\\.m|p\\.m|a|p|o['’]?clock|ish)|\\d{1,2}:\\d\\d|noon)";

/** The terms of care spelled out, for patterns that look at a text that is not masked. */
export const care = `(?:${[...procedureTerms, ...conditionTerms, ...bodyTerms, ...resultTerms].join("|")})(?:e?s)?`;
