import {
  allowedPhrase,
  mostPhrases,
  phraseKey,
  publicName,
  stoppedCategories,
  stoppedPhrase,
} from "../../contract/policy-phrases.ts";
import type { Code, Response, WorkerChannels } from "../../contract/messages.ts";
import { settings } from "../../contract/policy.ts";
import type { Policy } from "../../contract/policy.ts";
import { categoryWords } from "../../contract/words.ts";
import { z } from "../../contract/zod.ts";
import type { ask } from "../shared/ask-worker.ts";
import { button, h } from "../shared/h.ts";
import { checkedField, field, statusLine } from "./section.ts";

type PolicyRead = Response<WorkerChannels, "policy.read">;
type Ask = typeof ask;
type ListName = "alwaysStop" | "alwaysAllow" | "publicNames";
type Entry = Policy[ListName][number];

/** What the form and the rows of one of the lists are made of. */
interface ListView {
  readonly name: ListName;
  readonly label: string;
  readonly help: string;
  readonly add: string;
  readonly empty: string;
  /** Controls beside the phrase itself, in order. */
  readonly more: readonly { readonly element: HTMLElement; readonly clear: () => void }[];
  /** The entry that the form holds; undefined: it cannot be used, and `fail` or a control beside has said why. */
  read(text: string, fail: (problem: string) => void): Entry | undefined;
}

const refusals: Partial<Record<Code, string>> = {
  // The form has checked the phrase itself before it asks.
  "bad-request":
    "This names somebody on the patient list. Phrases are kept as they are written; the list stops this name already.",
  "not-allowed": "That may not be changed here.",
  "not-ready": "The policy or the patient list has not loaded. Try again in a moment.",
  ...closed("locked", "Unlock the patient list first"),
  ...closed("expired", "The patient list has expired. Import a current one first"),
  ...closed("awaited", "The practice’s patient list has not arrived yet"),
  ...closed("unusable", "The patient list cannot be used now"),
};

/** What may be kept as it is written has to be compared with the list. */
function closed(code: Code, words: string): Partial<Record<Code, string>> {
  return { [code]: `${words}: a new phrase has to be compared with it, so that it names nobody there.` };
}

const noNames = "Kept as it is written: no patients’ names, they belong in the patient list.";

/** What the practice always stops and always allows, and whom it never means: the admin's entries as they are, this seat's to add and remove. */
export async function drawPhrases(ask: Ask): Promise<HTMLElement> {
  const answer = await ask("policy.read", {});
  if (!answer.ok) return h("p", { class: "notice" }, "The policy could not be read.");
  return h(
    "div",
    { class: "form" },
    drawList(stopView(), answer.value, ask),
    drawList(allowView(), answer.value, ask),
    drawList(namesView(), answer.value, ask),
  );
}

function stopView(): ListView {
  const category = h(
    "select",
    {},
    ...stoppedCategories.map((one) => h("option", { value: one }, categoryWords[one])),
  );
  const reason = h("input", { type: "text", autocomplete: "off" });
  const reasonField = checkedField(
    "alwaysStop-reason",
    "Reason (optional)",
    "Shown to the person who wrote it.",
    reason,
  );
  return {
    name: "alwaysStop",
    label: "Word or phrase",
    help: noNames,
    add: "Stop this phrase",
    empty: "Nothing is on this list yet.",
    more: [
      {
        element: field(
          "alwaysStop-category",
          "Counts as",
          "For the record, and for whether it blocks or warns.",
          category,
        ),
        clear: () => {
          category.selectedIndex = 0;
        },
      },
      {
        element: reasonField.element,
        clear: () => {
          reason.value = "";
        },
      },
    ],
    read(text, fail) {
      reasonField.clear();
      const given = reason.value.trim() === "" ? {} : { reason: reason.value };
      const result = z.safeParse(stoppedPhrase, { text, category: category.value, ...given });
      if (result.success) return result.data;
      const issue = result.error.issues[0];
      (issue?.path[0] === "reason" ? reasonField.fail : fail)(issue?.message ?? unusable);
      return undefined;
    },
  };
}

function allowView(): ListView {
  return {
    name: "alwaysAllow",
    label: "Word or phrase",
    help: noNames,
    add: "Allow this phrase",
    empty: "Nothing is on this list yet.",
    more: [],
    read: (text, fail) => readText(allowedPhrase, text, fail),
  };
}

function namesView(): ListView {
  return {
    name: "publicNames",
    label: "Full name",
    help: "Kept as it is written: only names that are public anyway.",
    add: "Add this name",
    empty: "No name is on this list yet.",
    more: [],
    read: (text, fail) => readText(publicName, text, fail),
  };
}

function readText(
  schema: z.ZodMiniType<string>,
  text: string,
  fail: (problem: string) => void,
): string | undefined {
  const result = z.safeParse(schema, text);
  if (result.success) return result.data;
  fail(result.error.issues[0]?.message ?? unusable);
  return undefined;
}

const unusable = "This cannot be used.";

const textOf = (entry: Entry): string => (typeof entry === "string" ? entry : entry.text);

function drawList(view: ListView, first: PolicyRead, ask: Ask): HTMLElement {
  const { name } = view;
  const { title, words } = settings[name];
  let read = first;
  const rows = h("ul", { id: `${name}-list`, class: "phrases", "aria-labelledby": `${name}-title` });
  const empty = h("p", { class: "empty" }, view.empty);
  const status = statusLine();
  const text = h("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const phrase = checkedField(`${name}-text`, view.label, view.help, text);

  async function keep(entries: readonly Entry[], said: string): Promise<boolean> {
    const changed = await ask("policy.change", { policy: { [name]: entries } });
    if (!changed.ok) {
      phrase.fail(refusals[changed.code] ?? "It could not be saved.");
      return false;
    }
    const again = await ask("policy.read", {});
    if (again.ok) read = again.value;
    status.say(said, "good");
    draw();
    return true;
  }

  async function add(): Promise<void> {
    phrase.clear();
    status.say("");
    const given = view.read(text.value, phrase.fail);
    if (given === undefined) return;
    const entries: readonly Entry[] = read.policy[name];
    if (entries.some((entry) => phraseKey(entry) === phraseKey(given)))
      return phrase.fail("This is on the list already.");
    if (entries.length - read.floor[name].length >= mostPhrases)
      return phrase.fail(`A list has at most ${mostPhrases} entries. Remove one first.`);
    if (!(await keep([...entries, given], `Saved: “${textOf(given)}”.`))) return;
    text.value = "";
    for (const control of view.more) control.clear();
    text.focus();
  }

  async function remove(entry: Entry): Promise<void> {
    phrase.clear();
    const left = (read.policy[name] as readonly Entry[]).filter((one) => phraseKey(one) !== phraseKey(entry));
    // The button that had focus is gone with its row.
    if (await keep(left, `Removed: “${textOf(entry)}”.`)) text.focus();
  }

  function draw(): void {
    const fixed = new Set((read.floor[name] as readonly Entry[]).map(phraseKey));
    const entries: readonly Entry[] = read.policy[name];
    rows.replaceChildren(
      ...entries.map((entry) => drawEntry(entry, fixed.has(phraseKey(entry)), () => void remove(entry))),
    );
    rows.hidden = entries.length === 0;
    empty.hidden = entries.length > 0;
  }
  draw();

  const level = read.states[name]?.level ?? "fixed";
  const mayAdd = level === "default" || (level === "tighten" && name === "alwaysStop");
  const form = h(
    "form",
    { class: "add-phrase", novalidate: true, "aria-label": `Add to “${title}”` },
    h("div", { class: "columns" }, phrase.element, ...view.more.map(({ element }) => element)),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, view.add),
      status.element,
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void add();
  });
  return h(
    "div",
    {
      class: "setting",
      role: "group",
      "aria-labelledby": `${name}-title`,
      "aria-describedby": `${name}-words`,
    },
    h(
      "div",
      {},
      h("h3", { id: `${name}-title` }, title),
      h("p", { class: "help", id: `${name}-words` }, words),
    ),
    rows,
    empty,
    mayAdd
      ? form
      : h(
          "p",
          { class: "fixed" },
          "Set by your administrator, whose policy does not let this browser add to the list.",
        ),
  );
}

function drawEntry(entry: Entry, isFixed: boolean, remove: () => void): HTMLElement {
  const label = textOf(entry);
  const drop = button("Remove", "plain", remove);
  drop.setAttribute("aria-label", `Remove “${label}”`);
  return h(
    "li",
    {},
    h(
      "span",
      { class: "phrase" },
      h("b", {}, label),
      typeof entry !== "string" && h("span", { class: "soft" }, categoryWords[entry.category]),
      typeof entry !== "string" &&
        entry.reason !== undefined &&
        h("span", { class: "soft" }, `“${entry.reason}”`),
    ),
    isFixed ? h("span", { class: "fixed" }, "Set by your administrator") : drop,
  );
}
