import type { Code } from "../../contract/messages.ts";
import { entryKey } from "../../contract/policy-file.ts";
import type { Entry } from "../../contract/policy-file.ts";
import { listSettings, ownReply } from "../../contract/policy-lists.ts";
import { declared, isLeveled, mayAdd } from "../../contract/policy.ts";
import type { ListName } from "../../contract/policy.ts";
import type { ReplyTried } from "../../contract/replies.ts";
import { z } from "../../contract/zod.ts";
import { fieldWords, listWords } from "../shared/field-words.ts";
import { button, h } from "../shared/h.ts";
import type { PolicyReport } from "../../contract/policy-report.ts";
import { shapeOf } from "../shared/schema-shape.ts";
import { listStandingWords } from "../shared/state-words.ts";
import { entryFields } from "./entry-fields.ts";
import { entryLabel, entryParts } from "./entry-words.ts";
import { hasManaged } from "./policy-view.ts";
import type { PolicyView } from "./policy-view.ts";
import { statusLine } from "./section.ts";
import { placesWithout, replyProblem } from "./reply-words.ts";
import { settingFrame } from "./setting-frame.ts";
import { t } from "../../platform/i18n.ts";
import { declaredWords } from "../../platform/declared-words.ts";

const refusals = (): Partial<Record<Code, string>> => ({
  // The form has checked the entry itself before it asks.
  "bad-request": t("options_this_names_somebody_on_the_patient"),
  "not-allowed": t("options_that_may_not_be_changed_here"),
  "not-ready": t("options_the_policy_or_the_patient_list"),
  ...closed("locked", t("options_unlock_the_patient_list_first")),
  ...closed("expired", t("options_the_patient_list_has_expired_import")),
  ...closed("awaited", t("options_the_practices_patient_list_has_not")),
  ...closed("unusable", t("options_the_patient_list_cannot_be_used")),
});

/** What may be kept as it is written has to be compared with the list. */
function closed(code: Code, words: string): Partial<Record<Code, string>> {
  return { [code]: t("options_what_is_new_has_to_be", words) };
}

export const refusalWords = (code: Code): string => refusals()[code] ?? t("options_it_could_not_be_saved");

const entriesOf = (from: PolicyReport["policy"], name: ListName): readonly Entry[] => from[name];

/** A setting that is a list: the admin's entries as they are, this seat's to add and remove. */
export function listSetting(name: ListName, view: PolicyView): HTMLElement {
  const frame = settingFrame(name, false);
  const shape = shapeOf(declared[name].schema);
  if (shape.kind !== "list" && shape.kind !== "several-of") throw new Error(`${name} is no list`);
  const item = shape.kind === "list" ? shape.item : { kind: "one-of" as const, values: shape.values };
  const { add: addWords, empty: emptyWords } = listWords(name);
  const rows = h("ul", { id: `${name}-list`, class: "phrases", "aria-labelledby": `${name}-title` });
  const empty = h("p", { class: "empty" }, emptyWords);
  const status = statusLine();
  const fields = entryFields(name, item);

  async function keep(entries: readonly Entry[], said: string): Promise<boolean> {
    const changed = await view.change({ [name]: entries });
    if (!changed.ok) {
      fields.fail(refusalWords(changed.code));
      return false;
    }
    status.say(said, "good");
    return true;
  }

  async function add(): Promise<void> {
    fields.quiet();
    status.say("");
    const { policy, floor } = view.now();
    const parsed = z.safeParse(listSettings[name].schema, [fields.read()]);
    if (!parsed.success) return failWith(parsed.error.issues[0]);
    const [given] = parsed.data as readonly Entry[];
    const entries = entriesOf(policy, name);
    if (given === undefined) return;
    if (entries.some((entry) => entryKey(entry) === entryKey(given)))
      return fields.fail(t("options_this_is_on_the_list_already"));
    if (entries.length - floor[name].length >= listSettings[name].most)
      return fields.fail(t("options_a_list_has_at_most_entries", listSettings[name].most));
    const tried = await triedAt(given);
    const problem = tried && replyProblem(tried);
    if (problem !== undefined) return fields.fail(problem);
    const chosen = typeof given === "object" && "surfaces" in given && given.surfaces !== undefined;
    const note = tried && chosen ? placesWithout(tried) : undefined;
    const saved = t("options_saved_entry", entryLabel(given));
    if (!(await keep([...entries, given], note === undefined ? saved : `${saved} ${note}`))) return;
    fields.clear();
    fields.focus();
  }

  /** Undefined of what is no reply; also where it cannot be tried now: then the worker says why it is not kept. */
  async function triedAt(entry: Entry): Promise<readonly ReplyTried[] | undefined> {
    const reply = name === "replies" ? ownReply.safeParse(entry).data : undefined;
    const answer = reply && (await view.tryReply(reply));
    return answer?.ok ? answer.value.tried : undefined;
  }

  function failWith(issue: z.core.$ZodIssue | undefined): void {
    const [, part] = issue?.path ?? [];
    const field = part === undefined ? "text" : String(part);
    const message = declaredWords(issue?.message ?? "");
    const said = /^[A-Z]/.test(message) ? message : `${fieldWords(name, field).label} ${message}.`;
    fields.fail(
      message === "" || message === "Invalid input" ? t("options_this_cannot_be_used") : said,
      field,
    );
  }

  async function remove(entry: Entry): Promise<void> {
    fields.quiet();
    const left = entriesOf(view.now().policy, name).filter((one) => entryKey(one) !== entryKey(entry));
    // The button that had focus is gone with its row.
    if (await keep(left, t("options_removed_entry", entryLabel(entry)))) fields.focus();
  }

  const form = h(
    "form",
    // Else the browser writes down what is typed, to bring it back: Chromium asks the form, Firefox the field.
    {
      class: "add-phrase",
      novalidate: true,
      autocomplete: "off",
      "aria-label": t("options_add_to", frame.title),
    },
    h("div", { class: "columns" }, ...fields.elements),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "button primary" }, addWords),
      status.element,
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void add();
  });

  function follow(read: PolicyReport): void {
    const fixed = new Set(entriesOf(read.floor, name).map(entryKey));
    const entries = entriesOf(read.policy, name);
    rows.replaceChildren(
      ...entries.map((entry) =>
        drawEntry(name, entry, fixed.has(entryKey(entry)) ? undefined : () => void remove(entry)),
      ),
    );
    rows.hidden = entries.length === 0;
    empty.hidden = entries.length > 0;
    const { origin, level } = read.states[name] ?? { origin: "default" as const, level: "fixed" as const };
    const isOpen = mayAdd(name, level);
    if (!isOpen) form.remove();
    else if (form.parentNode === null) frame.body.append(form);
    const standing = {
      origin,
      level,
      hasManaged: hasManaged(read),
      isAdminOnly: !isLeveled(name),
      isAtStrictest: false,
    };
    frame.stand(listStandingWords(standing, isOpen, read.policy.contact));
  }
  frame.body.append(rows, empty, form);
  follow(view.now());
  view.onChange(follow);
  return frame.element;
}

function drawEntry(name: ListName, entry: Entry, remove: (() => void) | undefined): HTMLElement {
  const label = entryLabel(entry);
  const [first, ...others] = entryParts(name, entry);
  const drop = remove && button(t("options_remove"), "plain", remove);
  drop?.setAttribute("aria-label", t("options_remove_entry", label));
  return h(
    "li",
    {},
    h(
      "span",
      { class: "phrase" },
      h("b", {}, first),
      ...others.map((part) => h("span", { class: "soft" }, part)),
    ),
    drop ?? h("span", { class: "fixed" }, t("options_set_by_your_administrator")),
  );
}
