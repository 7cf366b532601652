/** Nicknames of given names, read when a draft is looked up, so that the list itself stays short. */
import { english } from "./nicknames-english.ts";
import { spanish } from "./nicknames-spanish.ts";

/** From eastern Europe, Portuguese and Arabic, as far as they are frequent here. */
const others = `
aleksander aleksandr: alex sasha olek
anastasiya: nastya
dmitri dmitry: dima mitya
ekaterina yekaterina: katya kate
ivan: vanya
joao: jo
katarzyna: kasia kathy
malgorzata: gosia
mikhail: misha
nikolai: kolya nick
svetlana: lana sveta
tatiana tatyana: tanya tati
vladimir: vlad vova
yevgeny evgeny: zhenya gene
yuri: yura
`;

/** Nickname → the given names it may stand for, and the other way; as name parts. */
export const formalNames = new Map<string, string[]>();
export const nicknames = new Map<string, string[]>();

for (const line of [english, spanish, others].flatMap((table) => table.split(/[;\n]\s*/))) {
  const [formals = "", short = ""] = line.trim().split(": ");
  if (short === "") continue;
  for (const formal of formals.split(" "))
    for (const nickname of short.split(" ")) {
      put(formalNames, nickname, formal);
      put(nicknames, formal, nickname);
    }
}

function put(table: Map<string, string[]>, from: string, to: string): void {
  const known = table.get(from);
  if (!known) table.set(from, [to]);
  else if (!known.includes(to)) known.push(to);
}
