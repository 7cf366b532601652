/** What the other person shows of themselves: repeating that tells nobody anything new. */
import type { RuleContext } from "../rule.ts";
import type { Form } from "./match.ts";
import { givenNames } from "./given-names.ts";
import { handleKey } from "./name-parts.ts";
import { formalNames } from "./nicknames.ts";

export interface Shown {
  readonly words: ReadonlySet<string>;
  /** The words of the author's name. */
  readonly name: readonly string[];
  /** The author's name or handle as one word, digits and all; empty where nobody is answered. */
  readonly handle: string;
  /** The handle, where it is one ("maria.eats"); a name of several words shows these words and no more. */
  readonly joined: string;
}

export function shownBy({ threadAuthor, threadText }: RuleContext): Shown {
  const introduced = threadText.matchAll(
    /(?<!\p{L})(?:it'?s|i'?m|i am|this is|my name is|soy|me llamo) (\p{L}{2,20})/gu,
  );
  const name = threadAuthor.match(/\p{L}+/gu) ?? [];
  const words = [...name, ...Array.from(introduced, (found) => found[1] ?? "")];
  const handle = handleKey(threadAuthor);
  return { words: new Set(words), name, handle, joined: /\s/.test(threadAuthor.trim()) ? "" : handle };
}

const alone = new Set<Form>(["given", "misspelled-given", "given-initial", "initial-family"]);
const isGiven = (word: string): boolean => givenNames.has(word) || formalNames.has(word);

/** A given name, also a double one, an initial or a handle may be repeated as shown; a full name may not. */
export function isShown(form: Form, typed: string, { words, name, handle, joined }: Shown): boolean {
  if (form === "handle" || form === "handle-of-names" || form === "handle-of-initial")
    return handle !== "" && handleKey(typed) === handle;
  if (form === "titled-family") {
    const family = typed.match(/\p{L}+/gu)?.slice(1) ?? [];
    return family.length > 0 && family.every((part) => words.has(part));
  }
  const parts = typed.match(/\p{L}+/gu) ?? [];
  if (form === "full" || form === "nickname" || form === "reversed" || form === "misspelled") {
    // "Jackson, Nell says thank you"
    if (form === "reversed" && name[1] !== parts[1] && typed.startsWith(`${name[0] ?? ""}, `)) return true;
    // What is left of the author's name, or that nobody listed has just this name, makes them given names.
    return (
      (name.length > parts.length || form === "misspelled") &&
      parts.every((part, at) => name[at] === part && (at === 0 ? isGiven(part) : givenNames.has(part)))
    );
  }
  if (!alone.has(form)) return false;
  return parts.every(
    (part) => words.has(part) || (part.length >= 3 && joined.includes(part) && parts.length === 1),
  );
}
