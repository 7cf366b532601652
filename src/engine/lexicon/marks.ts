/**
 * Classes of words (terms.ts) for patterns. A masked text has such a mark in the place of every character of a term, so
 * that a pattern says "any body part" without naming them all: one that names them all takes seconds to compile, which
 * a worker that has just been woken does not have.
 */
export const classOf = {
  body: "\ue000",
  procedure: "\ue001",
  condition: "\ue002",
  result: "\ue003",
  money: "\ue004",
} as const;

export const money = "\ue004{1,48}";
/** Medical whoever says it: no "face", no "smile". */
export const clinical = "[\ue001\ue002]{1,48}";
/** Anything that is care, a body or what came of it. */
export const care = "[\ue000-\ue003]{1,48}";
