/** The aims of docs/benchmarks.md on a small list of invented people, so that what loses one is seen at once. */
import { beforeAll, describe, expect, test } from "vitest";
import { knowledgeOf, listOf, plainPractice } from "../../../scripts/bench/patients/lists.ts";
import { weighNames } from "../../../scripts/bench/patients/names.ts";
import { everyone, inventCrowd } from "../../../scripts/bench/patients/people.ts";
import { drawn, toDraft } from "../../../scripts/bench/patients/recall.ts";
import { ways } from "../../../scripts/bench/patients/writings.ts";
import type { Written } from "../../../scripts/bench/patients/writings.ts";
import { toContext } from "../../../src/engine/context.ts";
import { decide } from "../../../src/engine/decide.ts";
import { openIndex } from "../../../src/engine/index.ts";
import type { Knowledge } from "../../../src/engine/index.ts";
import { recognizePatients } from "../../../src/engine/patients/recognize.ts";

/** Frequent ones and rare ones, long and short, many that are everyday words as well. */
const families =
  `smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez
  wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis
  robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell
  mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales
  murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson
  watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross
  foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez
  simmons romero jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant
  herrera gibson ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods
  washington kennedy wells vargas henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter
  gordon mendez silva shaw snyder mason dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone
  salazar fox warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne
  grant dunn kelley spencer hawkins arnold pierce hansen peters santos hart bradley knight elliott cunningham duncan
  armstrong hudson carroll lane riley andrews alvarado ray delgado berry perkins hoffman johnston matthews pena
  richards contreras willis carpenter lawrence sandoval obrien oconnor mcdermott mcallister vandyke delacruz
  quackenbush featherstonhaugh szczepanski wojciechowski ng ho vo ibarra yoo rhee auerbach buczkowski chidester
  dombrowski eichelberger fitzgerald grabowski hollingsworth ingebretsen jankowski kowalczyk lindqvist montgomery`
    .trim()
    .split(/\s+/);
/** Kept here and not taken from the engine's own tables: a name more in those must not make this another list. */
const given =
  `michael james john robert david william joseph christopher daniel matthew anthony richard thomas joshua
  andrew charles mark brian steven ryan kevin timothy jason jeffrey nicholas eric jacob jonathan kenneth justin brandon
  benjamin gregory samuel patrick alexander frank raymond jack dennis aaron tyler jerry jose adam nathan zachary henry
  peter douglas carl kyle ethan walter arthur jeremy noah albert roger keith juan terry sean lawrence austin joe
  christian jesse willie billy bryan bruce jordan dylan ralph roy gabriel wayne eugene logan alan louis vincent russell
  mary jennifer jessica patricia elizabeth linda barbara susan sarah karen lisa ashley nancy michelle kimberly amanda
  melissa deborah emily stephanie rebecca laura sandra donna cynthia margaret amy sharon nicole angela samantha carol
  katherine rachel christine heather catherine kathleen emma debra maria janet julie anna victoria kelly olivia lauren
  diane christina amber joyce danielle megan hannah andrea brittany cheryl jacqueline abigail sophia kathryn alexis
  natalie diana teresa gloria madison sara taylor marie beverly denise theresa janice alyssa judy julia grace rose
  crystal faith hope dawn april june summer joy will art chase grant pat rob may lou ian eva lee kim sue ana
  guadalupe consuelo thuy priya xiomara siobhan anastasia bartholomew evangelina montserrat jedediah`
    .trim()
    .split(/\s+/);
/** As names are spread: some are borne by many, most by few. */
const weight = (rank: number): string => String(100 / (rank + 20));
const title = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const frequencies = weighNames(
  given.map((name, rank) => [title(name), weight(rank), "0.5"]),
  families.map((name, rank) => [name.toUpperCase(), weight(rank)]),
);
const crowd = inventCrowd(frequencies, 2400, 5);
const many = 400;

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = knowledgeOf(openIndex(listOf(crowd)));
});

/** Warned about or stopped under the default policy. */
function isTold(written: Written): boolean {
  const hits = recognizePatients(toContext(toDraft(written), plainPractice), knowledge);
  return decide(hits, knowledge.policy, false).some(
    ({ start, end }) => start < written.end && end > written.start,
  );
}

describe("invented people", () => {
  const people = [...everyone(inventCrowd(frequencies, 20_000, 9, true))];
  const share = (count: number, of = people.length): number => Math.round((100 * count) / of);

  test("are the same for the same number, and have the names and contacts that they should", () => {
    expect(inventCrowd(frequencies, 10, 9, true).at(7)).toEqual(people[7]);
    expect(share(people.filter(({ family }) => family.includes("-")).length)).toBe(3);
    expect(share(people.filter(({ handles }) => handles.length > 0).length)).toBe(20);
    // A quarter of the women, who are about half.
    const former = share(people.filter(({ formerFamilies }) => formerFamilies.length > 0).length);
    expect(Math.abs(former - 13)).toBeLessThanOrEqual(1);
    expect(people.every(({ phones: [phone = ""] }) => /^\d{3}-\d{3}-\d{4}$/.test(phone))).toBe(true);
    expect(people.every(({ emails: [email = ""] }) => email.endsWith(".example"))).toBe(true);
  });
});

describe("of people on the list is found", () => {
  test.each(ways.flatMap((way) => (way.floor === undefined ? [] : [[way.name, way] as const])))(
    "%s",
    (_, way) => {
      const drafts = [...drawn(crowd, way, many)].map(([, written]) => written);
      const missed = drafts.filter((written) => !isTold(written));
      const allowed = Math.floor((many * (100 - (way.floor ?? 100))) / 100);
      expect(drafts).toHaveLength(many);
      expect(missed.map(({ text }) => text).slice(allowed)).toEqual([]);
    },
  );

  test("nobody who is not on it", () => {
    const others =
      `abernathy blankenship culpepper dandridge ellsworth faircloth hathaway isenberg kettering loomis
      merriweather northcutt oglesby pettigrew quillen rutherford satterfield tillinghast underhill whitlock yarbrough`
        .split(/\s+/)
        .map((name) => [name.toUpperCase(), "1"]);
    const named = weighNames(
      given.map((name) => [title(name), "1000", "0.5"]),
      others,
    );
    const strangers = inventCrowd(named, 2400, 6);
    const [exact] = ways;
    if (!exact) throw new Error("there is no way to write a person");
    const told = [...drawn(strangers, exact, many)].filter(([, written]) => isTold(written));
    expect(told.map(([, { text }]) => text)).toEqual([]);
  });
});
