/** What the other person shows of themselves: repeating that tells nobody anything new. */
import type { RuleContext } from "../rule.ts";
import type { Form } from "./match.ts";
import { handleKey } from "./name-parts.ts";

export interface Shown {
  readonly words: ReadonlySet<string>;
  /** The author's name or handle as one word, digits and all; empty where nobody is answered. */
  readonly handle: string;
  /** The handle, where it is one ("maria.eats"); a name of several words shows these words and no more. */
  readonly joined: string;
}

export function shownBy({ threadAuthor, threadText }: RuleContext): Shown {
  const introduced = threadText.matchAll(
    /(?<!\p{L})(?:it'?s|i'?m|i am|this is|my name is|soy|me llamo) (\p{L}{2,20})/gu,
  );
  const words = [
    ...(threadAuthor.match(/\p{L}+/gu) ?? []),
    ...Array.from(introduced, (found) => found[1] ?? ""),
  ];
  const handle = handleKey(threadAuthor);
  return { words: new Set(words), handle, joined: /\s/.test(threadAuthor.trim()) ? "" : handle };
}

/** A given name, an initial or a handle may be repeated as shown; a full name may not. */
export function isShown(form: Form, typed: string, { words, handle, joined }: Shown): boolean {
  if (form === "handle" || form === "handle-of-names" || form === "handle-of-initial")
    return handle !== "" && handleKey(typed) === handle;
  if (form === "titled-family") {
    const family = typed.match(/\p{L}+/gu)?.slice(1) ?? [];
    return family.length > 0 && family.every((part) => words.has(part));
  }
  if (form !== "given" && form !== "given-initial" && form !== "initial-family") return false;
  const parts = typed.match(/\p{L}+/gu) ?? [];
  return parts.every(
    (part) => words.has(part) || (part.length >= 3 && joined.includes(part) && parts.length === 1),
  );
}
