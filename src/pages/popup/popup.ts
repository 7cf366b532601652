import { valueWords, sourceWords } from "../shared/policy-words.ts";
import { drawConfirm } from "../shared/rules-confirm.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, byId, h } from "../shared/h.ts";
import { drawSiteAccess, withoutAccess } from "../shared/site-access.ts";
import { askFrame, currentTab, onSessionChange, openOptions } from "../../platform/page-api.ts";
import { drawDraft } from "./draft-section.ts";
import { drawList } from "./list-section.ts";
import { policyNotices } from "../shared/policy-notices.ts";
import { viewList } from "./list-words.ts";
import type { ListView } from "./list-words.ts";
import { activeFrame, countToday, startOfDay, viewTab } from "./standing.ts";

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
    byId("standing").textContent = "ReplyGuard does not answer. Close this window and open it again.";
    return;
  }
  const reports = answer?.value.reports ?? [];
  const { mark, line, boxes, problems, notes } = viewTab(reports, tab?.isWatchedSite === true, answer?.value);
  drawMark(mark);
  byId("standing").textContent = line;
  byId("tab-body").replaceChildren(
    boxes.length > 0
      ? h(
          "dl",
          { class: "rows" },
          ...boxes.map(({ name, count }) => row(name, count === 1 ? "1 box" : `${count} boxes`)),
        )
      : h(
          "p",
          { class: "soft" },
          reports.length > 0
            ? "No box to write in is open."
            : "ReplyGuard works on Facebook, Instagram and Yelp.",
        ),
    ...problems.map((problem) => h("p", { class: "notice" }, problem)),
    ...notes.map((note) => h("p", { class: "soft" }, note)),
  );
  const frameId = activeFrame(reports);
  await showDraft(tab && frameId !== undefined ? { tabId: tab.id, frameId } : undefined);
}

async function showDraft(at: { tabId: number; frameId: number } | undefined): Promise<void> {
  const answer = at ? await askFrame(at, "composer.read", {}) : undefined;
  const drawn =
    at && answer?.ok
      ? drawDraft(answer.value, {
          use: (index, text) => askFrame(at, "composer.use", { index, text }),
          copy: (text) => navigator.clipboard.writeText(text),
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
      h(
        "p",
        { class: "notice" },
        "The policy or the patient list could not be read. Until it can, sends are held.",
      ),
    );
    return;
  }
  const list = viewList(patients.value, policy.value.policy.unchecked === "hold", Date.now());
  showList(list);
  const { notices, hasMore } = policyNotices(policy.value);
  const { version, contact, strictness, postAnyway } = policy.value.policy;
  const missing =
    practice.value.practice.name === ""
      ? ["No practice profile: your own name and phone may be flagged."]
      : [];
  byId("policy-body").replaceChildren(
    h(
      "dl",
      { class: "rows" },
      row("Applies", sourceWords[policy.value.source]),
      ...(version === null ? [] : [row("Version", version)]),
      row("Strictness", valueWords(strictness)),
      row("Post anyway", valueWords(postAnyway)),
      row("Patient list", list.value),
      ...(contact === null ? [] : [row("Questions", contact)]),
    ),
    ...notices.map((words) => h("p", { class: "notice" }, words)),
    hasMore ? h("p", { class: "more-about" }, reportLink("What is wrong, in full")) : "",
    ...missing.map((words) => h("p", { class: "notice" }, words)),
    drawSiteAccess(await withoutAccess(policy.value.policy.extraSites), (host, isAllowed) => {
      say(
        isAllowed ? `${host} is guarded now.` : `${host} is not guarded: nobody has allowed it.`,
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
            say("It is on record that you have read the rules.", "good");
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
  byId("options").replaceChildren(
    pageLink("/audit.html", "Record"),
    reportLink("Policy report"),
    button("Options", "plain", () => void openOptions()),
  );
  const tab = await findTab();
  onSessionChange("watch", () => void showTab(tab));
  onSessionChange("patients-key", () => void showPolicy());
  await Promise.all([showTab(tab), showToday(), showPolicy(), showRules()]);
}

void show();
