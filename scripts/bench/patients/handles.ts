/** Handles as people choose them: some made of their name, some of anything else. */
import { plain } from "./names.ts";

export const letters = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, "");

const moods =
  `sunny wild tiny lucky salty dusty cosmic velvet quiet happy golden rusty mellow frosty crispy urban
  hidden silver stormy minty fuzzy zesty lazy misty brave neon hazel peachy sleepy twisted`.split(/\s+/);
const things =
  `fern otter biscuit maple harbor thimble comet pickle willow sparrow lantern pebble cactus mango
  canyon teapot raven clover muffin anchor juniper walnut bramble kettle meadow saddle pretzel lagoon heron quilt`.split(
    /\s+/,
  );

/** With or without the @, as lists have them. */
export function makeHandle(first: string, family: string, random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const [given, last] = [letters(first), letters(family)];
  const number = String(Math.floor(random() * 100)).padStart(2, "0");
  const many = String(Math.floor(random() * 10_000));
  const styles = [
    `${given}${last}`,
    `${given}.${last}`,
    `${given}_${last}${number}`,
    `${given.slice(0, 1)}${last}${number}`,
    `${last}${given}`,
    `its${given}${last}`,
    `${given}${last.slice(0, 1)}_${pick(things)}`,
    `${given.slice(0, 1)}${last}_${pick(things)}`,
    `the.${pick(moods)}.${given}${number}`,
    `${pick(moods)}_${pick(things)}${many}`,
    `${pick(things)}and${pick(things)}${many}`,
    `${pick(moods)}${pick(things)}.${number}`,
  ];
  const handle = pick(styles);
  return random() < 0.7 ? `@${handle}` : handle;
}
