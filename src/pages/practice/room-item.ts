/** One review, comment or message of the room, as its site would show it, with the box to answer it in. */
import { locale, t } from "../../platform/i18n.ts";
import { surfaceWords } from "../../platform/words.ts";
import { h } from "../shared/h.ts";
import { boxClass, sendClass } from "./room-adapter.ts";
import { sendsWithEnter } from "./scenes.ts";
import type { Scene } from "./scenes.ts";

export interface RoomItem {
  readonly element: HTMLElement;
  readonly box: HTMLElement;
  /** What is written in the box now. */
  written(): string;
  /** Says under the box what came of a reply. */
  say(words: string): void;
}

/** `post` is called with what was written when it is sent and nothing holds it; true: the reply stands there now. */
export function drawItem(
  scene: Scene,
  replier: string,
  post: (text: string, scene: Scene) => string,
): RoomItem {
  const { id, site, surface, author, text, post: under } = scene;
  const name = `${id}-box`;
  const label = t("practice_reply_to", author);
  const box = drawBox(scene, name, label);
  const answers = h("div", { class: "answers" });
  const said = h("p", { class: "outcome", role: "status" });

  function send(): void {
    const written = read(box).trim();
    if (written === "") return;
    const words = post(written, scene);
    answers.append(
      h("div", { class: "answer" }, h("p", { class: "replier" }, replier), h("p", { class: "own" }, written)),
    );
    empty(box);
    said.textContent = words;
  }

  const form = h(
    "form",
    // Else the browser writes down what is typed, to bring it back.
    { class: "reply", autocomplete: "off" },
    box,
    h("button", { type: "submit", class: sendClass }, t(`practice_send_${site}`)),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  if (sendsWithEnter(site))
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });

  const element = h(
    "article",
    { class: `item ${site}`, "aria-labelledby": `${id}-author`, id },
    under !== undefined && h("p", { class: "post" }, ...underPost(h("span", { lang: "en" }, under))),
    h(
      "header",
      { class: "who" },
      h("span", { class: "picture", "aria-hidden": "true" }, author.slice(0, 1).toUpperCase()),
      h(
        "div",
        {},
        h("h3", { class: "author", id: `${id}-author` }, author),
        h("p", { class: "meta" }, ...meta(scene)),
      ),
    ),
    h("p", { class: "said", lang: scene.language }, text),
    answers,
    form,
    h("p", { class: "kind" }, surfaceWords(surface)),
    said,
  );
  return { element, box, written: () => read(box).trim(), say: (words) => void (said.textContent = words) };
}

function meta({ stars, when }: Scene): (Node | string)[] {
  const [, number = "1", unit = "day"] = /^(\d+) (minute|hour|day|week)/.exec(when) ?? [];
  const units = ["minute", "hour", "day", "week"] as const;
  const ago = new Intl.RelativeTimeFormat(locale()).format(
    -Number(number),
    units.find((one) => one === unit) ?? "day",
  );
  if (stars === undefined) return [ago];
  const drawn = "★".repeat(stars) + "☆".repeat(5 - stars);
  return [
    h("span", { class: "stars", role: "img", "aria-label": t("practice_stars", stars) }, drawn),
    ` ${ago}`,
  ];
}

function drawBox(scene: Scene, id: string, label: string): HTMLElement {
  const { surface } = scene;
  if (scene.site !== "facebook")
    return h("textarea", {
      class: boxClass,
      id,
      "data-surface": surface,
      "aria-label": label,
      placeholder: t("practice_placeholder"),
      autocomplete: "off",
      rows: 3,
    });
  return h("div", {
    class: boxClass,
    id,
    "data-surface": surface,
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": label,
    "aria-placeholder": t("practice_placeholder"),
  });
}

const read = (box: HTMLElement): string => (box instanceof HTMLTextAreaElement ? box.value : box.innerText);

function empty(box: HTMLElement): void {
  if (box instanceof HTMLTextAreaElement) box.value = "";
  else box.replaceChildren();
}

/** The sentence with the post in it, which keeps its own language. */
function underPost(post: HTMLElement): readonly (string | HTMLElement)[] {
  const [before = "", after = ""] = t("practice_under_post", "\uFFFC").split("\uFFFC");
  return [before, post, after];
}
