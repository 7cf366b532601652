/** Ways to write a person, each in a harmless draft: whatever is found there is found because of the list. */
import { formalNames } from "../../../src/engine/patients/nicknames.ts";
import type { Surface } from "../../../src/engine/model.ts";
import { letters } from "./handles.ts";
import { plain } from "./names.ts";
import type { Invented } from "./people.ts";
import { below, disguise, misspell, pickOf, spaceOut, sprinkle, widen } from "./slips.ts";
import type { Random } from "./slips.ts";

export interface Written {
  readonly text: string;
  readonly surface: Surface;
  /** Where the person stands in `text`. */
  readonly start: number;
  readonly end: number;
}

export interface Way {
  readonly name: string;
  /** Percent that must be found; undefined where it is only reported. */
  readonly floor: number | undefined;
  /** Undefined where the person cannot be written so. */
  readonly write: (person: Invented, random: Random) => Written | undefined;
}

const frames: readonly [readonly [Surface, string], ...(readonly [Surface, string])[]] = [
  ["post", "@ won the raffle at the fall fair, and the whole street cheered."],
  ["post", "The quilt in the lobby was sewn by @."],
  ["post", "Did anybody see @ on the local news last night?"],
  ["post", "Saturday was lovely. Our photo of the day shows @ at the front door."],
  ["post", "A big hello from @ and the rest of the bake sale!"],
  ["comment", "So good to see @ here."],
  ["comment", "I was just talking with @ about that."],
  ["comment", "Say hi to @ from all of us."],
  ["comment", "That is what @ said, too. The parade starts at ten."],
  ["comment", "Ha, @ would love this picture!"],
  ["post", "Happy birthday @ 🎂 from your friends on Main Street"],
  ["post", "Thanks @!! You made the whole block smile."],
  ["post", "In the picture above: @, two dogs and a very large pumpkin."],
  ["post", "Our neighbor @ opened a bakery on Elm Street. Go try the rye."],
  ["post", "Volunteers of the month\n@\nWe could not run the food drive without you."],
  ["comment", "hey @, did the parade get moved"],
  ["comment", "@ Thank you for the kind words"],
  ["comment", "@ – you made our morning."],
  ["comment", "I think that was @ on the radio. Or Kwame, I mix them up."],
  ["comment", "cc @"],
  ["comment", "@: best of luck at the county fair"],
  ["comment", "Loved seeing you there @ and thanks again for the pie"],
];
const possessives: typeof frames = [
  ["post", "Everybody asks for @ pumpkin pie."],
  ["post", "@ dog stole the show at the parade."],
  ["comment", "Was that @ idea?"],
  ["comment", "We all remember @ speech at the fair."],
];
const tags: typeof frames = [
  ["post", "What a race on Saturday! @ #fallfair"],
  ["post", "The whole street runs with her. @"],
  ["comment", "@ all the way!"],
  ["comment", "So proud of this town. @ #fallfair"],
];

/** Puts `typed` into one of the sentences; `change` is done to the words around it as well. */
function frame(
  typed: string | undefined,
  random: Random,
  list = frames,
  change = (text: string): string => text,
): Written | undefined {
  if (typed === undefined || typed === "") return undefined;
  const [surface, sentence] = pickOf(random, list);
  const at = sentence.indexOf("@");
  const before = change(sentence.slice(0, at));
  const text = before + typed + change(sentence.slice(at + 1));
  return { text, surface, start: before.length, end: before.length + typed.length };
}

const full = ({ first, family }: Invented): string => `${first} ${family}`;
const lower = (text: string): string => text.toLowerCase();
const upper = (text: string): string => text.toUpperCase();

const nicknames = new Map<string, string[]>();
for (const [nickname, formals] of formalNames) {
  for (const formal of formals) nicknames.set(formal, [...(nicknames.get(formal) ?? []), nickname]);
}
const title = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** A way that changes the name and nothing around it. */
const way = (
  name: string,
  floor: number | undefined,
  write: (person: Invented, random: Random) => string | undefined,
  list = frames,
): Way => ({ name, floor, write: (person, random) => frame(write(person, random), random, list) });

const inAll = (name: string, floor: number | undefined, change: (text: string) => string): Way => ({
  name,
  floor,
  write: (person, random) => frame(change(full(person)), random, frames, change),
});

/** Letters that are left when a name is one word: what a handle can be made of. */
const inOne = ({ first, family }: Invented): readonly [string, string] => [
  title(letters(first)),
  title(letters(family)),
];
const anyCase = (text: string, random: Random): string =>
  pickOf(random, [(same: string) => same, lower, upper])(text);
const made = (name: string, make: (given: string, family: string, random: Random) => string): Way =>
  way(name, 99, (person, random) => {
    const [given, family] = inOne(person);
    return given.length < 2 || family.length < 2 ? undefined : make(given, family, random);
  });
const tagged = (name: string, make: (given: string, family: string) => string): Way =>
  way(name, 99, (person) => make(...inOne(person)), tags);
const twoDigits = (random: Random): string => String(10 + below(random, 90));

const lengthOf = (name: string): number => name.replace(/\P{L}/gu, "").length;
const ofLength = (name: string, length: number): boolean =>
  length >= 5 ? lengthOf(name) >= 5 : lengthOf(name) === length;

function slipped(
  length: number,
  floor: number | undefined,
  what = length >= 5 ? "5 letters or more" : String(length),
): Way[] {
  return [
    way(`misspelled given name of ${what}`, floor, ({ first, family }, random) =>
      ofLength(first, length) ? `${misspell(first, random)} ${family}` : undefined,
    ),
    way(`misspelled family name of ${what}`, floor, ({ first, family }, random) =>
      ofLength(family, length) ? `${first} ${misspell(family, random)}` : undefined,
    ),
  ];
}

export const ways: readonly Way[] = [
  way("exact", 99.5, full),
  way("reversed, with comma", 99.5, ({ first, family }) => `${family}, ${first}`),
  way("upper case", 99.5, (person) => upper(full(person))),
  inAll("upper case, the whole draft", 99.5, upper),
  way("lower case", 99.5, (person) => lower(full(person))),
  inAll("lower case, the whole draft", 99.5, lower),
  way(
    "possessive",
    99.5,
    (person, random) => full(person) + pickOf(random, ["'s", "’s", person.family.endsWith("s") ? "’" : "'s"]),
    possessives,
  ),
  way("middle initial", 99.5, ({ first, middle, family }, random) =>
    [first, middle.slice(0, 1) + pickOf(random, [".", ".", ""]), family].join(" "),
  ),
  way("middle name", 99.5, ({ first, middle, family }) => `${first} ${middle} ${family}`),
  way("former name", 99.5, ({ first, formerFamilies: [former] }) =>
    former === undefined ? undefined : `${first} ${former}`,
  ),
  way("half of a hyphenated name", 99.5, ({ first, family }, random) => {
    const halves = family.split("-");
    return halves.length < 2 ? undefined : `${first} ${halves[below(random, 2)] ?? ""}`;
  }),
  way("accents dropped", 99.5, (person) =>
    plain(full(person)) === full(person) ? undefined : plain(full(person)),
  ),
  way("recorded handle", 99.5, ({ handles: [handle] }) =>
    handle === undefined ? undefined : `@${handle.replace(/^@/, "")}`,
  ),
  way("nickname of our table", 99, ({ first, family }, random) => {
    const known = nicknames.get(letters(first)) ?? [];
    const nickname = known[below(random, known.length)];
    return nickname === undefined ? undefined : `${title(nickname)} ${family}`;
  }),
  made("@jane_smith92", (given, family, random) =>
    anyCase(`@${lower(given)}_${lower(family)}${twoDigits(random)}`, random),
  ),
  made("@janesmith", (given, family, random) => anyCase(`@${given}${family}`, random)),
  made("jane.smith", (given, family, random) => anyCase(`${lower(given)}.${lower(family)}`, random)),
  made("JaneSmithAZ", (given, family, random) =>
    anyCase(
      `${pickOf(random, ["", "@"])}${given}${family}${pickOf(random, ["AZ", "TX", "NYC", "RN", "xo"])}`,
      random,
    ),
  ),
  tagged("#JaneSmithStrong", (given, family) => `#${given}${family}Strong`),
  tagged("#janesmithstrong", (given, family) => lower(`#${given}${family}strong`)),
  tagged("#JANESMITH", (given, family) => upper(`#${given}${family}`)),
  ...slipped(5, 98),
  ...slipped(4, 90),
  ...slipped(3, undefined),
  way("look-alike letters", 99, (person, random) => disguise(full(person), random)),
  way("invisible characters", 99, (person, random) => sprinkle(full(person), random)),
  way("spaced letters", 99, ({ first, family }, random) => spaceOut([first, ...family.split("-")], random)),
  way("full width", undefined, (person) => widen(full(person))),
  way("J. Smith", undefined, ({ first, family }) => `${first.slice(0, 1)}. ${family}`),
  way("Jane S.", undefined, ({ first, family }) => `${first} ${family.slice(0, 1)}.`),
];
