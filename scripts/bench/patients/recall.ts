/** Of people on a list, written in each way: how many are found, and how many of the list stand behind a match. */
import { check } from "../../../src/engine/index.ts";
import type { Draft, Knowledge } from "../../../src/engine/index.ts";
import { fold } from "../../../src/engine/normalize.ts";
import { toRandom } from "../../train/random.ts";
import { percent, table } from "../figures.ts";
import { indexOf, knowledgeOf, seeds } from "./lists.ts";
import type { Frequencies } from "./names.ts";
import { inventCrowd } from "./people.ts";
import type { Crowd, Invented } from "./people.ts";
import { ways } from "./writings.ts";
import type { Way, Written } from "./writings.ts";

export interface Found {
  readonly written: number;
  readonly found: number;
  /** Mean of the people behind each that was found; NaN where none was. */
  readonly behind: number;
}

export const toDraft = ({ text, surface }: Written): Draft => ({
  text,
  surface,
  site: "facebook",
  thread: null,
  attachments: [],
});

/** Somebody of `crowd` for each of `count` drafts; of a crowd that is smaller, the same ones again. Stops where nobody can be written so. */
export function* drawn(crowd: Crowd, { name, write }: Way, count: number): Generator<[Invented, Written]> {
  const random = toRandom(ways.findIndex((one) => one.name === name) * 7919 + crowd.size);
  const tries = Math.max(400 * count, 4 * crowd.size);
  let left = count;
  for (let tried = 0; tried < tries && left > 0; tried += 1) {
    const person = crowd.at(Math.floor(random() * crowd.size));
    const written = write(person, random);
    if (!written) continue;
    left -= 1;
    yield [person, written];
  }
}

/** The place is stopped or warned about because the list has the person. */
export const isFound = (written: Written, knowledge: Knowledge): boolean =>
  check(toDraft(written), knowledge).findings.some(
    ({ category, start, end }) => category === "patient-match" && start < written.end && end > written.start,
  );

function behindOf({ text, start, end }: Written, { patients }: Knowledge): number {
  const folded = fold(text);
  const people = patients
    .find(folded)
    .filter((match) => {
      const place = folded.toOriginal(match);
      return place.start < end && place.end > start;
    })
    .map((match) => match.people);
  return Math.max(0, ...people);
}

export function recallOf(way: Way, crowd: Crowd, knowledge: Knowledge, count: number): Found {
  let [written, found, behind] = [0, 0, 0];
  for (const [, draft] of drawn(crowd, way, count)) {
    written += 1;
    if (!isFound(draft, knowledge)) continue;
    found += 1;
    behind += behindOf(draft, knowledge);
  }
  return { written, found, behind: behind / found };
}

const behindText = (behind: number): string => (Number.isNaN(behind) ? "–" : behind.toFixed(1));

/** `count` people each on lists of these sizes. */
export function measureRecall(frequencies: Frequencies, sizes: readonly number[], count: number): string {
  const columns = sizes.map((size) => {
    const crowd = inventCrowd(frequencies, size, seeds.listed);
    const knowledge = knowledgeOf(indexOf(crowd));
    return ways.map((way) => recallOf(way, crowd, knowledge, count));
  });
  const rows = ways.map(({ name, floor }, at) => [
    name,
    floor === undefined ? "–" : `${floor} %`,
    ...columns.flatMap((column) => {
      const { written = 0, found = 0, behind = Number.NaN } = column[at] ?? {};
      return [percent(found, written), behindText(behind)];
    }),
  ]);
  const head = sizes.flatMap((size) => [`Found at ${size.toLocaleString("en-US")}`, "people"]);
  return `${count.toLocaleString("en-US")} drafts each.\n\n${table(["Way of writing", "Aim", ...head], rows)}`;
}
