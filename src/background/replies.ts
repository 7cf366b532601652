/** The library of the practice's replies: what of it may stand in place of a draft, and whether a new one may be kept. */
import { atStrictest } from "../contract/at-strictest.ts";
import { surface } from "../contract/draft.ts";
import type { Policy } from "../contract/policy.ts";
import { repliesShown } from "../contract/replies.ts";
import type { FoundReplies, ReplyTried } from "../contract/replies.ts";
import type { Draft, EnginePolicy, Surface, Verdict } from "../engine/model.ts";
import { whyWords } from "../platform/words.ts";
import { closeTo, wordsOf } from "./closeness.ts";
import { digest } from "./digest.ts";

type Reply = Policy["replies"][number];
export type CheckStrictly<Prepared> = (draft: Draft, prepared: Prepared) => Verdict;

/** The same check under the strictest policy: that of the practice decides what is held, not what is offered. */
export function strictly<Prepared extends { readonly policy: EnginePolicy }>(
  check: CheckStrictly<Prepared>,
): CheckStrictly<Prepared> {
  const made = new WeakMap<Prepared, Prepared>();
  return (draft, prepared) => {
    const strict = made.get(prepared) ?? { ...prepared, policy: atStrictest(prepared.policy) };
    made.set(prepared, strict);
    return check(draft, strict);
  };
}

/** Each costs a check, and drafts wait for the worker meanwhile: no search is worth more. */
const mostTries = 40;
const mostKept = 400;

/** All words of the query begin some word of the reply. */
function hasWords(text: string, query: readonly string[]): boolean {
  const words = wordsOf(text);
  return query.every((asked) => words.some((word) => word.startsWith(asked)));
}

/** Lets whatever else waits for the worker go first. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export interface Replies<Prepared> {
  /**
   * Those that are for the draft's surface, have the words of the query, and pass the check in place of the draft: nearest to
   * what is answered and to what is written first.
   */
  search(query: string, draft: Draft, replies: readonly Reply[], prepared: Prepared): Promise<FoundReplies>;
  /** How the check takes a reply in each place in which it is to be offered, with nothing known of what it answers. */
  tried(reply: Reply, prepared: Prepared): readonly ReplyTried[];
}

/** @param check at the strictest, whatever policy says */
export function createReplies<Prepared extends object>(check: CheckStrictly<Prepared>): Replies<Prepared> {
  /**
   * While a person types what they look for, the same replies are checked in the same place. By digests: what is answered, and by
   * whom it was written, is in memory only while it is checked.
   */
  const kept = new WeakMap<Prepared, Map<string, boolean>>();

  async function passes(draft: Draft, prepared: Prepared): Promise<boolean> {
    const answers = kept.get(prepared) ?? new Map<string, boolean>();
    const key = await digest(JSON.stringify(draft));
    const known = answers.get(key);
    if (known !== undefined) return known;
    await breathe();
    const answer = check(draft, prepared).verdict === "allow";
    if (answers.size >= mostKept) answers.clear();
    kept.set(prepared, answers.set(key, answer));
    return answer;
  }

  return {
    async search(query, draft, replies, prepared) {
      const asked = wordsOf(query);
      const near = closeTo(`${draft.thread?.text ?? ""} ${draft.text}`);
      const fitting = replies
        .filter(({ surfaces, text }) => (surfaces?.includes(draft.surface) ?? true) && hasWords(text, asked))
        .map(({ text }) => ({ text, by: near(text) }))
        .toSorted((a, b) => b.by - a.by);
      const clear: string[] = [];
      let tries = 0;
      for (const { text } of fitting) {
        if (clear.length === repliesShown || tries === mostTries) break;
        tries += 1;
        if (await passes(inPlaceOf(draft, text), prepared)) clear.push(text);
      }
      return { replies: clear, more: tries < fitting.length, withheld: tries - clear.length };
    },
    tried({ text, surfaces = surface.options }, prepared) {
      return surfaces.map((place: Surface): ReplyTried => {
        const [first] = check({ text, site: "other", surface: place }, prepared).findings;
        if (!first) return { surface: place, finding: null };
        const { rule, category, start, end } = first;
        const why = whyWords(rule, first.why);
        return { surface: place, finding: { category, why, quote: text.slice(start, end) } };
      });
    },
  };
}

/** A picture stays with the box whatever is written there: only the words are judged. */
function inPlaceOf({ site, surface: place, thread }: Draft, text: string): Draft {
  return { text, site, surface: place, ...(thread && { thread }) };
}

/** It may be offered somewhere. */
export const isOfUse = (tried: readonly ReplyTried[]): boolean => tried.some(({ finding }) => !finding);
