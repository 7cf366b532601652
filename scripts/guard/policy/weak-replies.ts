/** Own replies that would not be offered: each is checked as it is at a browser, only in more places at once. */
import { atStrictest } from "../../../src/contract/at-strictest.ts";
import { surface as surfaces } from "../../../src/contract/draft.ts";
import { readList } from "../../../src/contract/policy-file.ts";
import type { Policy } from "../../../src/contract/policy.ts";
import { emptyPractice } from "../../../src/contract/practice.ts";
import { categoryWords, surfaceWords } from "../../../src/contract/words.ts";
import { check, emptyIndex, prepare } from "../../../src/engine/index.ts";
import { isList, own } from "../../../src/policy-file/json.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import type { Doubt } from "./weak-settings.ts";

/** Without the patient list, which the file does not hold: a reply that passes here may still name somebody on it. */
export function unsafeReplies(file: JsonObject, policy: Policy): Doubt[] {
  const list = own(file, "replies");
  if (!isList(list) || list.length === 0) return [];
  const knowledge = prepare(atStrictest(policy), policy.practice ?? emptyPractice, emptyIndex);
  return list.flatMap((entry, index): Doubt[] => {
    const [reply] = readList("replies", [entry]).entries;
    if (!reply) return [];
    const failing = (reply.surfaces ?? surfaces.options).flatMap((surface) => {
      const { findings } = check({ text: reply.text, site: "facebook", surface, thread: null }, knowledge);
      return findings.length === 0 ? [] : [{ surface, category: findings[0]?.category ?? "relationship" }];
    });
    const [first] = failing;
    if (!first) return [];
    const where = failing.map(({ surface }) => surfaceWords[surface]).join(", ");
    return [
      {
        path: ["replies", index, "text"],
        what: `this reply does not pass the check itself (${categoryWords[first.category]}) and is not offered where it is for: ${where}`,
        remedy: "Word it so that it says nothing about the person who is answered.",
      },
    ];
  });
}
