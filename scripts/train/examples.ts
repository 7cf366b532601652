import {
  type Reading,
  type Unit,
  extract,
  groupCount,
  read,
  scale,
} from "../../src/engine/model/features.ts";
import { anything, outputs } from "../../src/engine/model/net.ts";
import { type ScoredCategory, scoredCategories } from "../../src/engine/model/reasons.ts";
import type { Labelled } from "./corpus.ts";
import type { Rows } from "./logistic.ts";

/** The features of one unit with their values, as the scorer will see them. */
export interface Bag {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

export interface LabelledClause {
  readonly bag: Bag;
  /** A labelled span lies in it. */
  readonly flagged: boolean;
  readonly categories: readonly ScoredCategory[];
}

export interface Prepared {
  readonly labelled: Labelled;
  readonly reading: Reading;
  /** For each token, whether a labelled span touches it: one value a category, and one for any. */
  readonly tagged: Float32Array;
  readonly flagged: boolean;
  readonly whole: Bag;
  readonly clauses: readonly LabelledClause[];
}

export function prepare(labelled: Labelled): Prepared {
  const { context, spans } = labelled;
  const reading = read(context);
  const bagOf = (unit: Unit): Bag => {
    const counts = new Int32Array(groupCount);
    const found = new Map<number, number>();
    extract(reading, unit, (feature, group) => {
      counts[group] = (counts[group] ?? 0) + 1;
      if (!found.has(feature)) found.set(feature, group);
    });
    return {
      features: Int32Array.from(found.keys()),
      values: Float32Array.from(found.values(), (group) => scale(group, counts[group] ?? 0)),
    };
  };
  const places = spans.flatMap(([quote, category]) => {
    const start = context.folded.original.indexOf(quote);
    return start < 0 ? [] : [{ start, end: start + quote.length, category }];
  });
  const clauses = reading.clauses.map((unit) => {
    const { start, end } = context.folded.toOriginal({
      start: reading.tokens[unit.start]?.start ?? 0,
      end: reading.tokens[unit.end - 1]?.end ?? 0,
    });
    const inside = places.filter((place) => place.start < end && place.end > start);
    return {
      bag: bagOf(unit),
      flagged: inside.length > 0,
      categories: scoredCategories.filter((name) => inside.some(({ category }) => category === name)),
    };
  });
  const tagged = new Float32Array(reading.tokens.length * outputs);
  for (const [at, token] of reading.tokens.entries()) {
    const { start, end } = context.folded.toOriginal(token);
    for (const place of places) {
      if (place.start >= end || place.end <= start) continue;
      tagged[at * outputs + anything] = 1;
      const category = scoredCategories.findIndex((name) => name === place.category);
      if (category >= 0) tagged[at * outputs + category] = 1;
    }
  }
  return {
    labelled,
    reading,
    tagged,
    flagged: labelled.expect === "flag",
    whole: bagOf(reading.whole),
    clauses,
  };
}

/** Features that occur in at least two of the bags, numbered. One that occurs once could only be learned by heart. */
export function numberFeatures(bags: readonly Bag[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of bags)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const numbers = new Map<number, number>();
  for (const [feature, count] of counts) if (count > 1) numbers.set(feature, numbers.size);
  return numbers;
}

export function toRows(bags: readonly Bag[], numbers: ReadonlyMap<number, number>): Rows {
  const offset = new Int32Array(bags.length + 1);
  const index: number[] = [];
  const value: number[] = [];
  for (const [row, { features, values }] of bags.entries()) {
    for (const [i, feature] of features.entries()) {
      const number = numbers.get(feature);
      if (number === undefined) continue;
      index.push(number);
      value.push(values[i] ?? 0);
    }
    offset[row + 1] = index.length;
  }
  return {
    count: bags.length,
    width: numbers.size,
    offset,
    index: Int32Array.from(index),
    value: Float32Array.from(value),
  };
}
