/** The first run: what is watched, the practice, its patient list, and the way to the practice room. */
import { t } from "../../platform/i18n.ts";
import type { MessageKey } from "../../platform/i18n.ts";
import { onKnowledge } from "../../platform/knowledge-signal.ts";
import { onLanguageChange, useLanguage } from "../../platform/page-language.ts";
import { drawPatients } from "../options/patients/section.ts";
import { hasManaged, isAwaited, readPolicyView } from "../options/policy-view.ts";
import type { PolicyView } from "../options/policy-view.ts";
import { drawPracticeForm } from "../options/practice-form.ts";
import { ask } from "../shared/ask-worker.ts";
import { byId, drawMark, h } from "../shared/h.ts";
import { policyNotices } from "../shared/policy-notices.ts";

/** While the administrator's policy is awaited. */
const askAgainMs = 2000;

const watched = [
  "welcome_watched_sites",
  "welcome_watched_boxes",
  "welcome_watched_held",
  "welcome_watched_record",
] as const satisfies readonly MessageKey[];
const never = [
  "welcome_never_draft",
  "welcome_never_names",
  "welcome_never_network",
  "welcome_never_elsewhere",
] as const satisfies readonly MessageKey[];

function drawTold(): HTMLElement {
  const column = (title: MessageKey, lines: readonly MessageKey[]): HTMLElement =>
    h("div", {}, h("h3", {}, t(title)), h("ul", {}, ...lines.map((one) => h("li", {}, t(one)))));
  return h(
    "div",
    { class: "told" },
    column("welcome_watched_what", watched),
    column("welcome_never_what", never),
  );
}

/** Who decides here, where it is not the person at this browser. */
function drawStanding(view: PolicyView): void {
  const read = view.now();
  const { contact } = read.policy;
  const byAdmin = contact === null ? t("welcome_by_admin") : t("welcome_by_admin_contact", contact);
  // What is awaited is said where one is waiting for it.
  const notices = isAwaited(read) ? [] : policyNotices(read).notices;
  const lines = [...(hasManaged(read) ? [byAdmin] : []), ...notices];
  byId("standing").replaceChildren(...lines.map((words) => h("p", { class: "notice" }, words)));
}

async function drawList(): Promise<void> {
  byId("patients-body").replaceChildren(await drawPatients(byId("patients")));
}

async function drawPolicy(): Promise<void> {
  const read = await readPolicyView(ask);
  const place = byId("practice-body");
  if (typeof read === "string") {
    place.replaceChildren(h("p", { class: "notice" }, t("practice_policy_unread")));
    await drawList();
    return;
  }
  const view = read;
  let isDrawn = false;
  /** A browser that was installed into a moment ago may take half a minute to say whether it has an administrator's policy. */
  async function follow(): Promise<void> {
    drawStanding(view);
    if (isDrawn) return;
    if (isAwaited(view.now())) {
      place.replaceChildren(h("p", { role: "status" }, t("welcome_awaited")));
      // Nor does the list count before that.
      byId("patients-body").replaceChildren(h("p", {}, t("welcome_awaited")));
      return;
    }
    isDrawn = true;
    place.replaceChildren(await drawPracticeForm(view));
    await drawList();
  }
  onKnowledge(() => void view.refresh());
  view.onChange(() => void follow());
  await follow();
  // The worker may have been put to sleep meanwhile, and nobody else asks it in a browser that is just being set up.
  const asking = setInterval(() => {
    if (isAwaited(view.now())) void view.refresh();
    else clearInterval(asking);
  }, askAgainMs);
}

async function draw(): Promise<void> {
  await useLanguage();
  drawMark();
  byId("watched-body").replaceChildren(drawTold());
  byId("room-body").replaceChildren(
    h("a", { class: "forward", href: "/practice.html" }, t("welcome_room_open")),
  );
  await drawPolicy();
  onLanguageChange(() => location.reload());
  document.documentElement.dataset["ready"] = "true";
}

void draw();
