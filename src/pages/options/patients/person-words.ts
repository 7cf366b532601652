/** What is said about one person on the list. None of it repeats what was typed. */
import type { EditOutcome, FoundWay } from "./jobs.ts";
import { people } from "../../shared/words.ts";

const ways: Readonly<Record<FoundWay["way"], string>> = {
  name: "The full name",
  former: "The former name",
  nickname: "The nickname with the family name",
  handle: "The handle",
  phone: "The phone",
  email: "The e-mail",
  birthDate: "The birth date",
  recordNumber: "The record number",
};

/** The most that is counted of one way to write somebody. */
const most = 255;

/** A sentence for each way, in order. Of several of one kind each has its number, since none is repeated here. */
export function foundWords(found: readonly FoundWay[]): string[] {
  const seen = new Map<FoundWay["way"], number>();
  return found.map(({ way, isListed, people: number }) => {
    const place = (seen.get(way) ?? 0) + 1;
    seen.set(way, place);
    const isAlone = found.filter((other) => other.way === way).length === 1;
    const what = isAlone ? ways[way] : `${ways[way]}, number ${place}`;
    if (!isListed) return `${what}: no.`;
    if (number === undefined) return `${what}: yes.`;
    return `${what}: ${number >= most ? `${most} people or more` : people(number)}.`;
  });
}

export function changeWords({ how, isSame, people: number, found, missing }: EditOutcome): string {
  const now = `${people(number)} ${number === 1 ? "is" : "are"} on the list.`;
  if (how === "add") {
    return isSame
      ? `This person is on the list already, as typed. ${now}`
      : `Added. ${now} What was typed is forgotten.`;
  }
  if (isSame) return `Nothing of what was typed is on the list. ${now}`;
  const rest =
    missing === 0
      ? ""
      : ` Of ${found + missing} ways that were typed, ${missing} ${missing === 1 ? "was" : "were"} not on the list.`;
  return `Removed.${rest} ${now} Ways that were not typed stay.`;
}
