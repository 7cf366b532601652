import { t } from "../../platform/i18n.ts";
import { onLanguageChange, useLanguage } from "../../platform/page-language.ts";
import { siteWords } from "../../platform/words.ts";
import { ask } from "../shared/ask-worker.ts";
import { byId, drawMark, h } from "../shared/h.ts";
import { drawCertificate } from "./certificate.ts";
import { createCompare } from "./compare.ts";
import { createRoom } from "./room.ts";
import { roomSites } from "./scenes.ts";
import { drawTrial } from "./trial.ts";

const others = ["test", "try"] as const;
const parts = [...roomSites, ...others] as const;
type Part = (typeof parts)[number];

const partWords = (part: Part): string =>
  part === "test" ? t("practice_test_title") : part === "try" ? t("practice_trial_heading") : siteWords(part);

/** What of the policy in force is otherwise on a site than here. */
async function notesOfPolicy(): Promise<string[]> {
  const read = await ask("policy.read", {});
  if (!read.ok) return [t("practice_policy_unread")];
  const { monitoring, policy } = read.value;
  const off = roomSites.filter((site) => !policy.sites[site]).map(siteWords);
  return [
    ...(monitoring?.now === true ? [t("practice_only_records", monitoring.until)] : []),
    ...(off.length > 0 ? [t("practice_sites_off", off.join(", "))] : []),
    ...(policy.secondPerson === "never" ? [] : [t("practice_any_code")]),
  ];
}

async function draw(): Promise<void> {
  await useLanguage();
  drawMark();
  const [practice, notes] = await Promise.all([ask("practice.read", {}), notesOfPolicy()]);
  const name = practice.ok ? practice.value.practice.name : "";
  const compare = createCompare();
  const room = createRoom({
    replier: name === "" ? t("practice_you") : name,
    compared: (outcome, under) => compare.show(outcome, under),
  });
  const trial = drawTrial((tried) => {
    if (!tried) compare.clear();
    room.tryPolicy(tried);
  });
  byId("room-notes").replaceChildren(...notes.map((words) => h("p", { class: "notice" }, words)));
  byId("room-trial").replaceChildren(trial.banner);
  byId("room-body").replaceChildren(room.element);
  byId("test-body").replaceChildren(drawCertificate());
  byId("try-body").replaceChildren(trial.element);
  const links = parts.map((part) => ({ part, link: h("a", { href: `#${part}` }, partWords(part)) }));
  byId("parts").replaceChildren(...links.map(({ link }) => h("li", {}, link)));

  function show(): void {
    const part = parts.find((one) => `#${one}` === location.hash) ?? "facebook";
    const site = roomSites.find((one) => one === part);
    for (const { part: one, link } of links) {
      if (one === part) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    byId("room").hidden = site === undefined;
    byId("certificate").hidden = part !== "test";
    byId("try-out").hidden = part !== "try";
    if (site) byId("room-title").textContent = t("practice_look_alike", siteWords(site));
    room.show(site);
  }
  show();
  addEventListener("hashchange", () => {
    show();
    scrollTo(0, 0);
    // Whoever follows a link by keyboard goes on where it led.
    document.querySelector<HTMLElement>("section:not([hidden]) > h2")?.focus({ preventScroll: true });
  });
  onLanguageChange(() => location.reload());
  document.documentElement.dataset["ready"] = "true";
}

void draw();
