/** The Spanish of what is declared in English elsewhere, by its English. */
import enWords from "./en/words.json" with { type: "json" };
import declared from "./es/declared.json" with { type: "json" };
import esWords from "./es/words.json" with { type: "json" };

const spanish = new Map<string, string>(Object.entries(esWords));
const codes = Object.entries(enWords).map(([key, english]) => [english, spanish.get(key) ?? english]);

export const esDeclared: Readonly<Record<string, string>> = { ...Object.fromEntries(codes), ...declared };
