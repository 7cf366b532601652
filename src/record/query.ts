/** Which entries an officer asks for. */
import { attemptWhats, caseStates, categories, sites, surfaces, whats } from "./columns.ts";
import type { CaseState, Category, Site, Surface, What } from "./columns.ts";
import type { Cases } from "./query-cases.ts";
import { rowOf } from "./table.ts";
import type { Table } from "./table.ts";

/** What is left out does not narrow. */
export interface Filter {
  /** Milliseconds since 1970: from this moment on, and before that one. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly seat?: string | undefined;
  readonly site?: Site | undefined;
  readonly surface?: Surface | undefined;
  readonly category?: Category | undefined;
  readonly rule?: string | undefined;
  /** `attempts`: every draft, whatever became of it. */
  readonly what?: What | "attempts" | undefined;
  /** Of the case; with `what: "review"`, what the review came to. */
  readonly state?: CaseState | undefined;
  /** Each word of it stands in the rules, the reason, the name of the seat, the site, or the like. */
  readonly text?: string | undefined;
  /** One row for a case, the newest that is asked for. */
  readonly fold?: boolean | undefined;
}

type Test = (row: number) => boolean;

/** Rows, the newest first. One pass over the columns. */
export function find(
  table: Table,
  cases: Cases,
  filter: Filter,
  labels: Labels = plainLabels,
): Uint32Array<ArrayBuffer> {
  const tests = testsOf(table, cases, filter, labels);
  const found = new Uint32Array(table.count);
  const seen = filter.fold === true ? new Uint8Array(table.count) : undefined;
  let count = 0;
  for (let at = table.order.length - 1; at >= 0; at--) {
    const row = table.order[at] ?? 0;
    if (!passes(tests, row)) continue;
    if (seen) {
      const root = cases.root[row] ?? row;
      if (seen[root] === 1) continue;
      seen[root] = 1;
    }
    found[count++] = row;
  }
  return found.slice(0, count);
}

function passes(tests: readonly Test[], row: number): boolean {
  for (const test of tests) if (!test(row)) return false;
  return true;
}

/** How the columns' codes are called where people search for them. */
export interface Labels {
  readonly site: (site: Site) => string;
  readonly surface: (surface: Surface) => string;
  readonly category: (category: Category) => string;
  readonly what: (what: What) => string;
}

const plainLabels: Labels = {
  site: (site) => site,
  surface: (surface) => surface,
  category: (category) => category,
  what: (what) => what,
};

function testsOf(table: Table, cases: Cases, filter: Filter, labels: Labels): Test[] {
  const tests: Test[] = [];
  const { from, until, seat, site, surface, category, rule, what, state } = filter;
  if (from !== undefined) {
    const least = Math.ceil(from / 1000);
    tests.push((row) => (table.at[row] ?? 0) >= least);
  }
  if (until !== undefined) {
    const before = Math.ceil(until / 1000);
    tests.push((row) => (table.at[row] ?? 0) < before);
  }
  if (what === "attempts") tests.push((row) => (table.what[row] ?? 0) < attemptWhats);
  else if (what !== undefined) tests.push(equal(table.what, whats.indexOf(what)));
  if (site !== undefined) tests.push(equal(table.site, sites.indexOf(site)));
  if (surface !== undefined) tests.push(equal(table.surface, surfaces.indexOf(surface)));
  if (category !== undefined) {
    const bit = 1 << categories.indexOf(category);
    tests.push((row) => ((table.found[row] ?? 0) & bit) !== 0);
  }
  if (rule !== undefined)
    tests.push(
      within(
        table.rules,
        marked(table.ruleLists, (list) => list.split(" ").includes(rule)),
      ),
    );
  if (seat !== undefined)
    tests.push(
      within(
        table.log,
        Uint8Array.from(table.logs, (log) => (log.seat === seat ? 1 : 0)),
      ),
    );
  if (state !== undefined) {
    const number = caseStates.indexOf(state);
    if (what === "review") tests.push(isReviewTo(table, state));
    else
      tests.push(
        (row) => (table.what[row] ?? 0) < attemptWhats && cases.state[cases.root[row] ?? 0] === number,
      );
  }
  for (const word of wordsOf(filter.text ?? "")) tests.push(holds(table, word, labels));
  return tests;
}

/** Of a review, what it says itself: the case may have gone on since. */
function isReviewTo(table: Table, state: CaseState): Test {
  const found = new Set<number | undefined>();
  for (const review of table.reviews) if (review.state === state) found.add(rowOf(table, review));
  return (row) => found.has(row);
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");

const equal =
  (column: Uint8Array, number: number): Test =>
  (row) =>
    column[row] === number;

const within =
  (column: Uint32Array | Uint16Array | Uint8Array, allowed: Uint8Array): Test =>
  (row) =>
    allowed[column[row] ?? 0] === 1;

const marked = (words: readonly string[], test: (word: string) => boolean): Uint8Array =>
  Uint8Array.from(words, (word) => (test(word) ? 1 : 0));

const withoutAccents = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");

/** A word is looked for once in each list of words, and then only numbers are compared. */
function holds(table: Table, word: string, labels: Labels): Test {
  const has = (text: string): boolean => text.toLowerCase().includes(word);
  const plain = withoutAccents(word);
  /** Of what entries are called: people search for "revision" where "Revisión" stands. */
  const isCalled = (label: string): boolean =>
    plain !== "" && withoutAccents(label.toLowerCase()).includes(plain);
  const inRules = marked(table.ruleLists, has);
  const inTexts = marked(table.texts, has);
  const inVersions = marked(table.versions, has);
  const inLogs = Uint8Array.from(table.logs, ({ seat, name }) => (has(seat) || has(name) ? 1 : 0));
  const inSites = marked(sites.map(labels.site), isCalled);
  const inSurfaces = marked(surfaces.map(labels.surface), isCalled);
  const inWhats = marked(whats.map(labels.what), isCalled);
  const found = categories.reduce(
    (mask, category, bit) => (isCalled(labels.category(category)) ? mask | (1 << bit) : mask),
    0,
  );
  return (row) =>
    inRules[table.rules[row] ?? 0] === 1 ||
    inTexts[table.words[row] ?? 0] === 1 ||
    inVersions[table.version[row] ?? 0] === 1 ||
    inLogs[table.log[row] ?? 0] === 1 ||
    inSites[table.site[row] ?? 0] === 1 ||
    inSurfaces[table.surface[row] ?? 0] === 1 ||
    inWhats[table.what[row] ?? 0] === 1 ||
    ((table.found[row] ?? 0) & found) !== 0;
}
