/** What an invented seat has in its record. */
import type { EntryBody } from "../../../src/contract/record-entry.ts";
import { identifiers } from "../../../src/engine/identifiers/index.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { toRandom } from "../../train/random.ts";

const hourMs = 3_600_000;
/** When the invented practice is open, in hours UTC. */
const open = { from: 14, until: 23 };

export const sampleEngine = "sample";

/** Made from a seed: the same seed gives the same entries. */
export function sampleEntries(seed: number) {
  const random = toRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  const digits = (count: number): string =>
    Array.from({ length: count }, () => below(16).toString(16)).join("");
  const catalog = [...rules, ...identifiers];
  const policies = [digits(16), digits(16), digits(16)] as const;
  const attempts: { seat: string; seq: number; hash: string }[] = [];

  function attempt(): EntryBody {
    const outcome = pick<Extract<EntryBody, { kind: "attempt" }>["outcome"]>([
      "stopped",
      "stopped",
      "stopped",
      "warned",
      "mended",
      "mended",
      "posted-anyway",
      "unchecked",
      "attested",
      "recorded",
    ]);
    const found = Array.from({ length: 1 + below(3) }, () => catalog[below(catalog.length)]).filter(
      (rule) => rule !== undefined,
    );
    return {
      kind: "attempt",
      id: digits(16),
      site: pick(["facebook", "facebook", "yelp", "instagram"]),
      surface: pick(["review-reply", "review-reply", "comment", "message", "post"]),
      outcome,
      categories: outcome === "unchecked" ? [] : [...new Set(found.map(({ category }) => category))],
      rules: outcome === "unchecked" ? [] : [...new Set(found.map(({ id }) => id))],
      length: 20 + below(500),
      fingerprint: digits(16),
      ...(outcome === "posted-anyway"
        ? {
            reason: pick(["The reviewer gave written permission", "Not about care", "Approved by the owner"]),
          }
        : {}),
      policyVersion: policies[below(3)] ?? policies[0],
      engineVersion: sampleEngine,
    };
  }

  function other(): EntryBody {
    const subject = attempts[below(attempts.length)];
    if (subject && random() < 0.6) {
      return { kind: "review", subject, state: pick(["in-review", "confirmed", "false-alarm", "closed"]) };
    }
    return pick<EntryBody>([
      { kind: "unlock", what: "patient-list", result: "opened" },
      { kind: "unlock", what: "console", result: "refused" },
      {
        kind: "policy-change",
        source: "managed",
        before: policies[0],
        policyVersion: policies[1],
        settings: ["actions.health", "strictness"],
      },
      { kind: "policy-fault", result: "found", policyVersion: policies[1], settings: ["approvers"] },
      {
        kind: "list-change",
        change: "adopted",
        source: "managed",
        listId: digits(22),
        people: "up to 10,000",
      },
    ]);
  }

  return {
    seat: digits(16),
    /** So many entries in so many days, none of them on Sundays; the sum is right. */
    perDay(entries: number, firstDay: number, days: number): number[] {
      const weights = Array.from({ length: days }, (_, day) => {
        const weekday = new Date(firstDay + day * 24 * hourMs).getUTCDay();
        const isOpen = weekday === 0 ? 0 : weekday === 6 ? 0.05 : 1;
        return isOpen * (0.5 + random());
      });
      const sum = weights.reduce((total, weight) => total + weight, 0);
      if (sum === 0) return weights.map((_, day) => (day === days - 1 ? entries : 0));
      let reached = 0;
      let given = 0;
      return weights.map((weight) => {
        reached += weight;
        const upTo = Math.round((entries * reached) / sum);
        const count = upTo - given;
        given = upTo;
        return count;
      });
    },
    /** Times of so many entries of a day, in order, in milliseconds since its start. */
    times(count: number): number[] {
      const span = (open.until - open.from) * hourMs;
      const drawn = Array.from({ length: count }, () => open.from * hourMs + below(span));
      return drawn.toSorted((one, next) => one - next);
    },
    body(isFirstOfDay: boolean): EntryBody {
      if (isFirstOfDay) return { kind: "heartbeat", policyVersion: policies[0], engineVersion: sampleEngine };
      return random() < 0.94 ? attempt() : other();
    },
    /** Reviews are of what was written before. */
    remember(seat: string, seq: number, hash: string): void {
      if (attempts.length < 1000) attempts.push({ seat, seq, hash });
      else attempts[below(1000)] = { seat, seq, hash };
    },
  };
}
