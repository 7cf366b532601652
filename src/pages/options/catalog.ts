import { catalog as catalogSchema, translatedExamples } from "../../contract/catalog.ts";
import type { CatalogExample, CatalogRule } from "../../contract/catalog.ts";
import { category as categories } from "../../contract/draft.ts";
import { categoryWords, sourceWords, surfaceWords, whyWords } from "../../platform/words.ts";
import { h } from "../shared/h.ts";
import { matches, toSearchable } from "./catalog-search.ts";
import type { Searchable } from "./catalog-search.ts";
import file from "./rule-catalog.json" with { type: "json" };
import spanish from "./rule-examples-es.json" with { type: "json" };
import { field } from "./section.ts";
import { language, plural, t } from "../../platform/i18n.ts";
import { declaredWords } from "../../platform/declared-words.ts";

interface Drawn extends Searchable {
  readonly element: HTMLElement;
}

/** Every rule with its reason, its source, and examples of what it stops and lets through, to be searched. */
export function drawCatalog(): HTMLElement {
  const rules = catalogSchema.parse(file).rules.map(inLanguage);
  const drawn = rules.map((rule): Drawn => ({ ...toSearchable(rule), element: drawRule(rule) }));
  const kinds = categories.options.flatMap((category) => {
    const words = categoryWords(category);
    const own = drawn.filter(({ rule }) => rule.category === category);
    return own.length === 0 ? [] : [{ category, words, own }];
  });
  const groups = kinds.map(({ words, own }) => ({
    own,
    element: h(
      "div",
      { class: "rule-group" },
      h("h3", {}, words),
      h("ul", { class: "rules" }, ...own.map(({ element }) => element)),
    ),
  }));

  const search = h("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const category = h(
    "select",
    {},
    h("option", { value: "" }, t("options_all_categories")),
    ...kinds.map(({ category, words }) => h("option", { value: category }, words)),
  );
  const count = h("p", { class: "soft", role: "status" });
  const none = h("p", { class: "empty", hidden: true }, t("options_no_rule_has_these_words"));

  function filter(): void {
    let found = 0;
    for (const { own, element } of groups) {
      const here = own.filter(
        (one) =>
          (category.value === "" || one.rule.category === category.value) && matches(one, search.value),
      );
      for (const one of own) one.element.hidden = !here.includes(one);
      element.hidden = here.length === 0;
      found += here.length;
    }
    none.hidden = found > 0;
    count.textContent =
      found === drawn.length
        ? plural("options_rules", found)
        : t("options_of", found, plural("options_rules", drawn.length));
  }
  search.addEventListener("input", filter);
  category.addEventListener("change", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    search.value = "";
    filter();
  });
  filter();

  return h(
    "div",
    { class: "form" },
    h(
      "div",
      { class: "search", role: "search" },
      field(
        "catalog-search",
        t("options_search_the_rules"),
        t("options_by_name_reason_law_or_example"),
        search,
      ),
      field("catalog-category", t("options_category"), "", category),
    ),
    count,
    none,
    ...groups.map(({ element }) => element),
  );
}

interface Shown extends CatalogRule {
  /** What the examples are written in, where that is not the page's language. */
  readonly stopsIn?: "en";
  readonly passesIn?: "en";
}

/** With its examples in the language of the page, where there are such: a rule need not know every language's turn of phrase. */
function inLanguage(rule: CatalogRule): Shown {
  if (language() === "en") return rule;
  const { stops = [], passes = [] } = translatedExamples.parse(spanish)[rule.id] ?? {};
  return {
    ...rule,
    ...(stops.length > 0 ? { stops } : { stopsIn: "en" }),
    ...(passes.length > 0 ? { passes } : { passesIn: "en" }),
  };
}

function drawRule(rule: Shown): HTMLElement {
  const { id, title, category, confidence, why, source } = rule;
  return h(
    "li",
    {},
    h(
      "details",
      { class: "rule", "data-rule": id },
      h("summary", {}, h("b", {}, declaredWords(title)), h("span", { class: "rule-why" }, whyWords(id, why))),
      h(
        "dl",
        { class: "rule-facts" },
        ...fact(t("options_source"), sourceWords(source)),
        ...fact(t("options_category"), categoryWords(category)),
        ...fact(t("options_how_sure"), t(`words_confidence_${confidence}`)),
        ...fact(t("options_in_the_record"), id),
      ),
      drawExamples(t("options_stopped"), rule.stops, rule.stopsIn),
      drawExamples(t("options_let_through"), rule.passes, rule.passesIn),
    ),
  );
}

const fact = (term: string, text: string): HTMLElement[] => [h("dt", {}, term), h("dd", {}, text)];

function drawExamples(heading: string, examples: readonly CatalogExample[], lang?: "en"): HTMLElement {
  return h(
    "div",
    { class: "examples" },
    h("h4", {}, heading),
    h(
      "ul",
      {},
      ...examples.map(({ text, surface, answering }) =>
        h(
          "li",
          {},
          h("span", { lang }, ...marked(text)),
          surface !== undefined && h("span", { class: "soft" }, ` (${surfaceWords(surface).toLowerCase()})`),
          answering !== undefined &&
            h("span", { class: "soft", lang }, ` ${t("options_answering", answering)}`),
        ),
      ),
    ),
  );
}

/** The words between «» as marks; every second piece is one. */
const marked = (text: string): (HTMLElement | string)[] =>
  text.split(/[«»]/).map((piece, at) => (at % 2 === 1 ? h("mark", {}, piece) : piece));
