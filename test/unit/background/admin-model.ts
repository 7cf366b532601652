/**
 * What the admin's files come to for one choice, told in another way than the worker does: from the files alone, one after
 * the other. Only what the issue of a broken policy promises is in it.
 */
import { choices, inherited, isValueOf, rank, strictest } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";

export type Said =
  | { readonly kind: "valid"; readonly value: ChoiceValue }
  | { readonly kind: "broken" | "silent" };

/** What a file says, by plain steps into it. */
export function saidBy(file: JsonObject, choice: Choice): Said {
  let at: Json | undefined = file;
  for (const step of choice.path.split(".")) {
    if (at === undefined) return { kind: "silent" };
    if (typeof at !== "object" || at === null || Array.isArray(at)) return { kind: "broken" };
    at = new Map<string, Json | undefined>(Object.entries(at)).get(step);
  }
  if (at === undefined) return { kind: "silent" };
  return isValueOf(choice, at) ? { kind: "valid", value: at } : { kind: "broken" };
}

export class Admin {
  /** By path, what stands of what was said last. */
  readonly #good = new Map<string, ChoiceValue>();
  readonly #broken = new Set<string>();
  readonly #dropsSilently: boolean;

  constructor(dropsSilently: boolean) {
    this.#dropsSilently = dropsSilently;
  }

  hears(file: JsonObject): void {
    this.#broken.clear();
    for (const choice of choices) {
      const { path } = choice;
      const said = saidBy(file, choice);
      const good = this.#good.get(path);
      const isGone = said.kind === "silent" && this.#dropsSilently && good !== undefined;
      if (said.kind === "valid") this.#good.set(path, said.value);
      else if (said.kind === "broken" || isGone) {
        this.#broken.add(path);
        const known = good === undefined ? [] : [good];
        this.#good.set(
          path,
          choice.isUnordered ? (good ?? choice.fallback) : strictest(choice, choice.fallback, ...known),
        );
      } else this.#good.delete(path);
    }
  }

  /** What holds where the seat says nothing. */
  base(choice: Choice): ChoiceValue {
    return this.#good.get(choice.path) ?? this.#good.get(inherited(choice).path) ?? choice.fallback;
  }

  isBroken(choice: Choice): boolean {
    const own = this.#good.has(choice.path) ? choice : inherited(choice);
    return this.#broken.has(own.path);
  }
}

export const isLooser = (choice: Choice, value: ChoiceValue, than: ChoiceValue): boolean =>
  rank(choice, value) < rank(choice, than);
