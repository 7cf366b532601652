import type { Catalog, CatalogExample, CatalogRule } from "../../src/contract/catalog.ts";
import { identifiers } from "../../src/engine/identifiers/index.ts";
import { alwaysStopped } from "../../src/engine/own-words.ts";
import type { Example, Examples, Rule } from "../../src/engine/rule.ts";
import { rules } from "../../src/engine/rules/index.ts";

const others: Catalog["others"] = [
  {
    ids: ["patient-list"],
    foundBy: "the blind index of the imported patient list",
    code: "src/engine/patients/",
  },
  {
    ids: ["full-name", "surname", "name-not-shown", "initials"],
    foundBy: "names of people whom nobody listed, tied to care or not shown by the thread",
    code: "src/engine/patients/names.ts",
  },
  {
    ids: ["attachment"],
    foundBy: "a picture or video that nobody has attested",
    code: "src/engine/attachments.ts",
  },
  {
    ids: ["scorer-relationship", "scorer-health", "scorer-payment", "scorer-identifier", "scorer-conduct"],
    foundBy: "the trained scorer, which judges by likeness to the labelled drafts",
    code: "src/engine/model/",
  },
  {
    ids: [alwaysStopped],
    foundBy: "the list of words and phrases that the practice always stops",
    code: "src/engine/own-words.ts",
  },
  {
    ids: ["engine-fault"],
    foundBy: "a recognizer that failed: the draft counts as not checked completely",
    code: "src/engine/recognize.ts",
  },
];

/** Every rule and identifier with its examples, which the engine itself does not load. */
export async function readRules(): Promise<Catalog> {
  const filed = [
    ...rules.map((rule) => ({ folder: "rules", rule })),
    ...identifiers.map((rule) => ({ folder: "identifiers", rule })),
  ];
  return { rules: await Promise.all(filed.map(({ folder, rule }) => toEntry(folder, rule))), others };
}

async function toEntry(folder: string, rule: Rule): Promise<CatalogRule> {
  const { examples } = (await import(`../../src/engine/${folder}/${rule.id}.ts`)) as { examples: Examples };
  return {
    id: rule.id,
    title: titleOf(rule.id),
    category: rule.category,
    confidence: rule.confidence,
    why: rule.why,
    source: rule.source,
    stops: examples.flags.map(toExample),
    passes: examples.allows.map(toExample),
  };
}

/** "age-over-89" is "Age over 89". */
const titleOf = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");

function toExample(example: Example): CatalogExample {
  if (typeof example === "string") return { text: example };
  const { text, surface, thread } = example;
  return { text, ...(surface && { surface }), ...(thread && { answering: thread.text }) };
}
