import { describe, expect, it } from "vitest";
import { nobody } from "../../../../src/engine/patients/index.ts";
import { hitsIn, listOf } from "./lists.ts";

const people = [
  {
    ...nobody,
    given: "Jane Marie",
    family: "Doerfler",
    formerFamilies: ["Quistgaard"],
    aliases: ["Zelda Brandvold"],
    nicknames: ["Neecy"],
    handles: ["@velvet.otter_92"],
    phones: ["310-555-0171"],
    emails: ["jane.d@mailbox.example"],
    recordNumbers: ["HV-50017"],
    birthDates: ["1985-03-04"],
  },
  { ...nobody, given: "Margaret", family: "Oyelaran-Feinstein" },
  { ...nobody, given: "Guillermo", family: "Echeverría Núñez" },
  { ...nobody, given: "Bill", family: "Zabriskie" },
  { ...nobody, given: "Siobhán", family: "O'Neil" },
  { ...nobody, given: "Nicole", family: "Van Buren" },
  { ...nobody, given: "Kim", family: "Haverkamp" },
  { ...nobody, given: "小明", family: "王" },
  { ...nobody, given: "太郎", family: "田中" },
  { ...nobody, given: "민수", family: "김" },
  { ...nobody, given: "Иван", family: "Петров" },
  { ...nobody, given: "Γιώργος", family: "Παπαδόπουλος" },
  { ...nobody, given: "أحمد", family: "المصري" },
];
const lists = [
  ["short", listOf(people)],
  ["long", listOf(people, 2500)],
] as const;

/** `«»` marks what must be told, exactly. */
const table: Record<string, readonly string[]> = {
  "full name": [
    "Shout-out to «Jane Doerfler»!",
    "shout-out to «jane doerfler» for the pie",
    "SHOUT-OUT TO «JANE DOERFLER»",
    "«Jane Doerfler»'s pie won",
    "«Jane Doerfler»’s pie won",
    "We met «Jane M. Doerfler» there",
    "We met «Jane K Doerfler» there",
    "We met «Jane Louise Doerfler» there",
    "We met «Jane Quistgaard» there",
    "We met «Zelda Brandvold» there",
    "We met «Margaret Oyelaran» there",
    "We met «Margaret Feinstein» there",
    "We met «Margaret Oyelaran Feinstein» there",
    "We met «Margaret Oyelaran-Feinstein» there",
    "We met «Guillermo Echeverria» there",
    "We met «Guillermo Núñez» there",
    "We met «Siobhan ONeil» there",
    "We met «Síobhan O’Neil» there",
    "We met «Nicole van Buren» there",
    "We met «Nicole Vanburen» there",
    "We met «Jane 💛 Doerfler» there",
    "We met «Jane\nDoerfler» there",
    "We met «Jane-Doerfler» there",
    'We met «Jane "JD" Doerfler» there',
    "We met «Jane (Quist) Doerfler» there",
    "We met «Jane and Robert Doerfler» there",
    "感谢«王小明»的支持",
    "«王 小明»来了",
    "«田中太郎»さん、ありがとう",
    "«田中 太郎»さん",
    "«김민수»님 감사합니다",
    "Спасибо, «Иван Петров»!",
    "«Γιώργος Παπαδόπουλος», ευχαριστούμε",
    "ΕΥΧΑΡΙΣΤΟΎΜΕ «ΓΙΏΡΓΟΣ ΠΑΠΑΔΌΠΟΥΛΟΣ»",
    "شكرا «أحمد المصري»",
  ],
  "full name in reverse": [
    "We met «Doerfler, Jane» there",
    "We met «Doerfler, Jane M.» there",
    "We met «DOERFLER, JANE» there",
    "We met «Doerfler Jane» there",
    "Мы видели «Петров Иван»",
  ],
  "nickname and family name": [
    "We met «Janie Doerfler» there",
    "We met «Peggy Oyelaran» there",
    "We met «Memo Echeverría» there",
    "We met «William Zabriskie» there",
    "we met «maggie feinstein» there",
  ],
  "misspelled name": [
    "We met «Jnae Doerfler» there",
    "We met «Jane Doerffler» there",
    "We met «Jane Dorfler» there",
    "We met «Jane Doerflar» there",
    "We met «Janw Doerfler» there",
    "We met «Jane M. Deorfler» there",
    "We met «Kin Haverkamp» there",
    "We met «Kimm Haverkamp» there",
    "We met «Siobhan O'Neal» there",
    "we met «jane doerffler» there",
  ],
  "handle made of the name": [
    "What a race! «@jane_doerfler92»",
    "What a race! «@janedoerfler»",
    "What a race! «@DoerflerJane»",
    "What a race! «#JaneDoerflerStrong»",
    "What a race! «#janedoerflerstrong»",
    "What a race! «#JANEDOERFLER»",
    "We met «JaneDoerflerAZ» there",
    "We met «janedoerfleraz» there",
    "We met «jane.doerfler» there",
    "We met «doerflerjane» there",
    "What a race! «@j4ne_d0erfler»",
    "What a race! «@jdoerfler»",
    "What a race! «@j.doerfler»",
    "What a race! «@the.jane.doerfler»",
  ],
  "recorded handle": [
    "What a race! «@velvet.otter_92»",
    "What a race! «@VelvetOtter92»",
    "see instagram.com/«velvet.otter_92»",
  ],
  "given name and initial": ["We met «Jane D.» there", "We met «Jane D» there", "Hi «Jane D.», hello"],
  "initial and family name": ["We met «J. Doerfler» there", "We met «J Doerfler» there"],
  "phone number": [
    "reach her at «310.555.0171»",
    "reach her at «(310) 555-0171»",
    "reach her at «+1 310 555 0171»",
    "reach her at «3105550171»",
    "reach her at «310 – 555 – 0171»",
  ],
  "e-mail address": ["write to «JANE.D@mailbox.example»"],
  "record number": ["file «HV-50017»", "file «hv 50017»"],
  "birth date": [
    "born «3/4/1985»",
    "born «03-04-85»",
    "born «March 4, 1985»",
    "born «4 March 1985»",
    "nacida el «4 de marzo de 1985»",
    "DOB «1985-03-04»",
    "born on the «4th of March 1985»",
    "born «Mar. 4th, '85»",
  ],
  "full name in hidden writing": [
    "We met «J a n e  D o e r f l e r» there",
    "We met «J.a.n.e D.o.e.r.f.l.e.r» there",
    "We met «Jаne Dоerfler» there",
    "We met «Ja\u200bne Doer\u200bfler» there",
    "We met «ｊａｎｅ ｄｏｅｒｆｌｅｒ» there",
    "We met «j4ne do3rfler» there",
  ],
};

const parse = (marked: string): { text: string; typed: string } => ({
  text: marked.replace(/[«»]/g, ""),
  typed: /«([^]*)»/.exec(marked)?.[1] ?? "",
});

describe.each(lists)("on a %s list", (_, patients) => {
  for (const [words, texts] of Object.entries(table)) {
    it.each(texts)(`tells of a ${words} in %j`, (marked) => {
      const { text, typed } = parse(marked);
      const hit = hitsIn(text, patients).find(({ start, end }) => text.slice(start, end) === typed);
      expect(hit?.why).toContain(`a listed patient's ${words};`);
      expect(hit?.confidence).not.toBe("possible");
    });
  }
});

describe("a reason", () => {
  it("never says which entry it was", () => {
    const entries = people.flatMap((person) => Object.values(person).flat());
    const words = entries.flatMap((entry) => entry.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
    const reasons = Object.values(table)
      .flat()
      .flatMap((marked) => hitsIn(parse(marked).text, lists[0][1]).map(({ why }) => why.toLowerCase()));
    expect(reasons.length).toBeGreaterThan(90);
    const said = new Set(reasons.flatMap((why) => why.split(/[^\p{L}\p{N}]+/u)));
    expect(words.filter((word) => said.has(word))).toEqual([]);
  });
});
