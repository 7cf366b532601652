import { siteWords, surfaceWords } from "../../contract/words.ts";
import type { EvidenceDraft } from "../../record/evidence.ts";
import { h } from "../shared/h.ts";

/** An opened draft, with what it answers, as text. */
export function drawDraft({ text, site, surface, thread, attachments }: EvidenceDraft): HTMLElement[] {
  const parts: HTMLElement[] = [
    quote(`What was written (${siteWords[site]}, ${surfaceWords[surface].toLowerCase()})`, text),
  ];
  if (thread)
    parts.push(
      quote(`What it answers, by ${thread.author === "" ? "somebody" : thread.author}`, thread.text),
    );
  if (attachments?.length) {
    const items = attachments.map(({ kind, name }) => h("li", {}, `${name} (${kind})`));
    parts.push(h("div", {}, h("h5", {}, "Attached"), h("ul", {}, ...items)));
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
      text === "" ? "(nothing)" : text,
    ),
  );
