/**
 * Looks back on the page in the tab that the address names (`?tab=ID`): its own replies of the practice, which of them are risky, and
 * which are gone since the last time. Texts are in this page for as long as it is open.
 */
import { batchReplies, batchText } from "../../contract/look-back-limits.ts";
import type { PastChecked, PastReply } from "../../contract/look-back.ts";
import type { Code } from "../../contract/messages.ts";
import { t } from "../../platform/i18n.ts";
import { onLanguageChange, useLanguage } from "../../platform/page-language.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, byId, drawMark, h } from "../shared/h.ts";
import { digits } from "../shared/words.ts";
import { drawRisky } from "./draw-reply.ts";
import { lookedBackWords, refusedWords } from "./in-words.ts";

/** As many as are asked about at once: together no longer than is answered in a moment. */
function* batchesOf(replies: readonly PastReply[]): Generator<readonly PastReply[]> {
  let batch: PastReply[] = [];
  let length = 0;
  for (const reply of replies) {
    if (batch.length === batchReplies || (batch.length > 0 && length + reply.text.length > batchText)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(reply);
    length += reply.text.length;
  }
  if (batch.length > 0) yield batch;
}

const say = (words: string): void => void (byId("progress").textContent = words);

function told(words: string, notes: readonly string[] = [], isOfProfile = false): void {
  say(words);
  byId("notes").replaceChildren(
    ...notes.map((note) => h("p", {}, note)),
    ...(isOfProfile ? [h("p", {}, h("a", { href: "/options.html#practice" }, t("look_back_profile")))] : []),
  );
}

async function copy(text: string, { site, surface, thread }: PastReply): Promise<void> {
  const said = byId("said");
  const answer = await ask("practice-room.check", { draft: { text, site, surface, thread } });
  if (!answer.ok) said.textContent = t("look_back_not_copied");
  else if (answer.value.verdict.verdict !== "allow") said.textContent = t("look_back_not_safe");
  else {
    // The browser refuses the clipboard to a page without focus.
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    said.textContent = t(isCopied ? "look_back_copied" : "look_back_not_copied");
  }
}

async function look(tabId: number): Promise<void> {
  const list = byId("risky-list");
  list.replaceChildren();
  byId("said").textContent = "";
  byId("risky").hidden = true;
  told(t("look_back_looking"));
  const answer = await ask("look-back.collect", { tabId });
  if (!answer.ok) return told(refusedWords(answer.code));
  const found = answer.value;
  const toCheck = found.replies.filter(({ isTooLong }) => !isTooLong);
  const tooLong = found.replies.length - toCheck.length;
  let [checked, risky, edited, notOnRecord] = [0, 0, 0, 0];
  let stopped: Code | undefined;

  function add(reply: PastReply, one: PastChecked): void {
    checked += 1;
    if (one.record === "edited") edited += 1;
    if (one.record === "failed") notOnRecord += 1;
    if (one.verdict === "allow") return;
    risky += 1;
    byId("risky").hidden = false;
    list.append(drawRisky(reply, one, `risky-${risky}`, { copy }));
  }

  for (const batch of batchesOf(toCheck)) {
    const answered = await ask("look-back.check", { replies: [...batch] });
    if (!answered.ok) {
      stopped = answered.code;
      break;
    }
    for (const [at, one] of answered.value.checked.entries()) {
      const reply = batch[at];
      if (reply) add(reply, one);
    }
    if (checked < toCheck.length) say(t("look_back_checking", digits(checked), digits(toCheck.length)));
  }
  const { line, notes, isOfProfile } = lookedBackWords({
    found,
    checked,
    risky,
    tooLong,
    edited,
    notOnRecord,
    stopped,
  });
  told(line, notes, isOfProfile);
}

async function draw(): Promise<void> {
  await useLanguage();
  drawMark();
  const asked = new URLSearchParams(location.search).get("tab");
  if (asked === null || !/^\d{1,15}$/.test(asked)) return told(t("look_back_no_tab"));
  const again = button(t("look_back_again"), "primary", () => void run());
  byId("actions").replaceChildren(again);
  async function run(): Promise<void> {
    // Disabled it would lose the focus.
    if (again.hasAttribute("aria-disabled")) return;
    again.setAttribute("aria-disabled", "true");
    delete document.documentElement.dataset["ready"];
    await look(Number(asked));
    again.removeAttribute("aria-disabled");
    document.documentElement.dataset["ready"] = "true";
  }
  onLanguageChange(() => location.reload());
  await run();
}

void draw();
