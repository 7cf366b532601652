import { t } from "../../platform/i18n.ts";
import { siteWords, surfaceWords } from "../../platform/words.ts";
import type { EvidenceDraft } from "../../record/evidence.ts";
import { h } from "../shared/h.ts";

/** An opened draft, with what it answers, as text. */
export function drawDraft({ text, site, surface, thread, attachments }: EvidenceDraft): HTMLElement[] {
  const parts: HTMLElement[] = [
    quote(t("audit_what_was_written", siteWords(site), surfaceWords(surface).toLowerCase()), text),
  ];
  if (thread)
    parts.push(
      quote(
        t("audit_what_it_answers", thread.author === "" ? t("audit_somebody") : thread.author),
        thread.text,
      ),
    );
  if (attachments?.length) {
    const items = attachments.map(({ kind, name }) => h("li", {}, t(`audit_attachment_${kind}`, name)));
    parts.push(h("div", {}, h("h5", {}, t("audit_attached")), h("ul", {}, ...items)));
  }
  return parts;
}

const quote = (title: string, text: string): HTMLElement =>
  h(
    "div",
    {},
    h("h5", {}, title),
    h(
      "blockquote",
      { class: "evidence-text", dir: "auto", tabindex: 0, "aria-label": title },
      text === "" ? t("audit_nothing") : text,
    ),
  );
