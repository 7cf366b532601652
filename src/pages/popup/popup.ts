import { valueWords, sourceWords } from "../shared/policy-words.ts";
import { drawConfirm } from "../shared/rules-confirm.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, byId, h } from "../shared/h.ts";
import { namedSites } from "../shared/named-sites.ts";
import { drawSiteAccess, withoutAccess } from "../shared/site-access.ts";
import { askFrame, currentTab, onSessionChange, openOptions } from "../../platform/page-api.ts";
import { onLanguageChange, useLanguage } from "../../platform/page-language.ts";
import { drawDraft } from "./draft-section.ts";
import { drawReplies } from "./replies-section.ts";
import { drawList } from "./list-section.ts";
import { policyNotices } from "../shared/policy-notices.ts";
import { viewList } from "./list-words.ts";
import type { ListView } from "./list-words.ts";
import { activeFrame, countToday, startOfDay, viewTab } from "./standing.ts";
import { plural, t } from "../../platform/i18n.ts";

interface Tab {
  readonly id: number;
  readonly isWatchedSite: boolean;
}

/** `?tab=ID` looks at another tab: for a popup that was opened in a tab of its own. */
async function findTab(): Promise<Tab | undefined> {
  const asked = new URLSearchParams(location.search).get("tab");
  if (asked !== null && /^\d+$/.test(asked)) return { id: Number(asked), isWatchedSite: true };
  return currentTab();
}

function say(words: string, kind: "good" | "bad"): void {
  const said = byId("said");
  said.textContent = words;
  said.dataset["kind"] = kind;
}

async function showTab(tab: Tab | undefined): Promise<void> {
  const answer = tab ? await ask("tab.status", { tabId: tab.id }) : undefined;
  if (answer && !answer.ok) {
    drawMark("not-watching");
    byId("standing").textContent = t("popup_replyguard_does_not_answer_close_this");
    return;
  }
  const reports = answer?.value.reports ?? [];
  const { mark, line, boxes, problems, notes } = viewTab(reports, tab?.isWatchedSite === true, answer?.value);
  drawMark(mark);
  byId("standing").textContent = line;
  byId("tab-body").replaceChildren(
    boxes.length > 0
      ? h("dl", { class: "rows" }, ...boxes.map(({ name, count }) => row(name, plural("popup_boxes", count))))
      : h(
          "p",
          { class: "soft" },
          reports.length > 0
            ? t("popup_no_box_to_write_in_is")
            : t("popup_replyguard_works_on_facebook_instagram_and"),
        ),
    ...problems.map((problem) => h("p", { class: "notice" }, problem)),
    ...notes.map((note) => h("p", { class: "soft" }, note)),
    tab?.isWatchedSite === true
      ? h("p", { class: "more-about" }, pageLink(`/look-back.html?tab=${tab.id}`, t("look_back_open")))
      : "",
  );
  const frameId = activeFrame(reports);
  const at = tab && frameId !== undefined ? { tabId: tab.id, frameId } : undefined;
  await Promise.all([showDraft(at), showReplies(at)]);
}

interface Frame {
  readonly tabId: number;
  readonly frameId: number;
}

const copy = (text: string): Promise<void> => navigator.clipboard.writeText(text);

let searched: number | undefined;

/** Only for another frame anew: somebody may be typing. */
async function showReplies(at: Frame | undefined): Promise<void> {
  if (at !== undefined && at.frameId === searched) return;
  searched = at?.frameId;
  const policy = at && (await ask("policy.read", {}));
  const isThere = at !== undefined && policy?.ok === true && policy.value.policy.replies.length > 0;
  byId("replies").hidden = !isThere;
  if (!isThere) return;
  const drawn = drawReplies({
    search: (query) => askFrame(at, "composer.replies", { query }),
    use: (text) => askFrame(at, "composer.use", { index: null, text }),
    copy,
    say,
  });
  byId("replies-body").replaceChildren(drawn);
}

async function showDraft(at: Frame | undefined): Promise<void> {
  const answer = at ? await askFrame(at, "composer.read", {}) : undefined;
  const drawn =
    at && answer?.ok
      ? drawDraft(answer.value, {
          use: (index, text) => askFrame(at, "composer.use", { index, text }),
          copy,
          say,
        })
      : undefined;
  byId("draft").hidden = !drawn;
  byId("draft-body").replaceChildren(...(drawn ? [drawn] : []));
}

async function showToday(): Promise<void> {
  const answer = await ask("attempt.list", { since: startOfDay(new Date()), limit: 10_000 });
  // Policy may keep the record, and with it these numbers, for the officer.
  byId("today").hidden = !answer.ok && answer.code === "not-allowed";
  byId("today-body").replaceChildren(
    ...countToday(answer.ok ? answer.value.attempts : []).map(({ name, count }) =>
      h("div", { class: "count" }, h("dt", {}, name), h("dd", {}, String(count))),
    ),
  );
}

async function showPolicy(): Promise<void> {
  const [policy, patients, practice] = await Promise.all([
    ask("policy.read", {}),
    ask("patients.read", {}),
    ask("practice.read", {}),
  ]);
  if (!policy.ok || !patients.ok || !practice.ok) {
    byId("policy-body").replaceChildren(
      h("p", { class: "notice" }, t("popup_the_policy_or_the_patient_list")),
    );
    return;
  }
  const list = viewList(patients.value, policy.value.policy.unchecked === "hold", Date.now());
  showList(list);
  const { notices, hasMore } = policyNotices(policy.value);
  const { version, contact, strictness, postAnyway } = policy.value.policy;
  const missing = practice.value.practice.name === "" ? [t("popup_no_practice_profile_your_own_name")] : [];
  byId("policy-body").replaceChildren(
    h(
      "dl",
      { class: "rows" },
      row(t("popup_applies"), sourceWords(policy.value.source)),
      ...(version === null ? [] : [row(t("popup_version"), version)]),
      row(t("popup_strictness"), valueWords(strictness)),
      row(t("popup_post_anyway"), valueWords(postAnyway)),
      row(t("popup_patient_list"), list.value),
      ...(contact === null ? [] : [row(t("popup_questions"), contact)]),
    ),
    ...notices.map((words) => h("p", { class: "notice" }, words)),
    hasMore ? h("p", { class: "more-about" }, reportLink(t("popup_what_is_wrong_in_full"))) : "",
    ...missing.map((words) => h("p", { class: "notice" }, words)),
    drawSiteAccess(await withoutAccess(namedSites(policy.value.policy)), (host, isAllowed) => {
      say(
        isAllowed ? t("popup_is_guarded_now", host) : t("popup_is_not_guarded_nobody_has_allowed", host),
        isAllowed ? "good" : "bad",
      );
      void showPolicy();
    }) ?? "",
  );
}

/** Not drawn anew while somebody types their name. */
async function showRules(): Promise<void> {
  const answer = await ask("rules.read", {});
  const drawn = answer.ok
    ? drawConfirm(
        answer.value,
        {
          ask,
          confirmed() {
            say(t("popup_it_is_on_record_that_you"), "good");
            void showRules();
          },
          prefix: "confirm",
        },
        false,
      )
    : undefined;
  byId("confirm").hidden = !drawn;
  byId("confirm-body").replaceChildren(...(drawn ? [drawn] : []));
}

let shownList = "";

/** Only what is news is drawn: somebody may be typing the passphrase. */
function showList(view: ListView): void {
  const wanted = JSON.stringify(view);
  if (wanted === shownList) return;
  shownList = wanted;
  const section = byId("list");
  const drawn = drawList(view, {
    ask,
    async changed(words) {
      await showPolicy();
      say(words, "good");
      // The control that had focus is gone with what it was for.
      byId(section.hidden ? "policy-title" : "list-title").focus();
    },
  });
  section.hidden = !drawn;
  byId("list-body").replaceChildren(...(drawn ? [drawn] : []));
  if (view.isClosed) byId("main").prepend(section);
  else byId("main").append(section);
  // Whoever opens the popup while the list is locked has come to type.
  if (view.canUnlock && document.activeElement === document.body)
    document.getElementById("passphrase")?.focus();
}

function row(name: string, value: string): HTMLElement {
  return h("div", { class: "row" }, h("dt", {}, name), h("dd", {}, value));
}

/** In a tab: a popup has no room for it. */
const pageLink = (page: string, words: string): HTMLElement =>
  h("a", { href: page, target: "_blank", rel: "noopener" }, words);
const reportLink = (words: string): HTMLElement => pageLink("/policy.html", words);

function drawMark(mark: string): void {
  byId("mark").replaceChildren(h("img", { src: `/icons/${mark}-32.png`, alt: "", width: 32, height: 32 }));
}

async function show(): Promise<void> {
  await useLanguage();
  onLanguageChange(() => location.reload());
  byId("options").replaceChildren(
    pageLink("/practice.html", t("practice_title")),
    pageLink("/audit.html", t("popup_record")),
    reportLink(t("popup_policy_report")),
    button(t("popup_options"), "plain", () => void openOptions()),
  );
  const tab = await findTab();
  onSessionChange("watch", () => void showTab(tab));
  onSessionChange("patients-key", () => void showPolicy());
  await Promise.all([showTab(tab), showToday(), showPolicy(), showRules()]);
}

void show();
