/** The room: one site at a time, guarded by the very code that guards the real ones. */
import { guardOwnPage } from "../../content/frame.ts";
import "../../content/media/media.iife.ts";
import { createSession } from "../../content/session.ts";
import type { Draft } from "../../engine/model.ts";
import { createAsk } from "../../platform/ask.ts";
import { plural, t } from "../../platform/i18n.ts";
import { onKnowledge } from "../../platform/knowledge-signal.ts";
import { h } from "../shared/h.ts";
import { roomAdapter } from "./room-adapter.ts";
import { createRoomAsk } from "./room-ask.ts";
import type { Compared, Trial } from "./room-ask.ts";
import { drawItem } from "./room-item.ts";
import { scenes } from "./scenes.ts";
import type { RoomSite, Scene } from "./scenes.ts";

export interface Room {
  readonly element: HTMLElement;
  /** Undefined: another part of the page is shown. */
  show(site: RoomSite | undefined): void;
  /** A policy is tried out from now on, or no longer. */
  tryPolicy(trial: Trial | undefined): void;
}

export interface RoomParts {
  /** Of the practice, as it answers. */
  readonly replier: string;
  readonly compared: (outcome: Compared, under: HTMLElement) => void;
}

const textOf = ({ text }: Draft): string => text.trim();

export function createRoom({ replier, compared }: RoomParts): Room {
  let shown: RoomSite | undefined;
  let trial: Trial | undefined;
  /** Texts with which somebody has gone on all the same, until they are posted. */
  const gone = new Set<string>();
  const answered = new Set<string>();
  const progress = h("p", { class: "progress soft" });

  const count = (): void => {
    progress.textContent = plural("practice_answered", answered.size, scenes.length);
  };

  function post(text: string, { id }: Scene): string {
    answered.add(id);
    count();
    return gone.delete(text) ? t("practice_posted_anyway") : t("practice_posted");
  }

  const items = scenes.map((scene) => ({ scene, item: drawItem(scene, replier, post) }));
  const list = h("div", { class: "items" }, ...items.map(({ item }) => item.element));
  count();

  guardOwnPage(() => {
    if (!shown) return undefined;
    return { host: location.hostname, path: "/", adapter: roomAdapter(shown) };
  });
  const ask = createRoomAsk(createAsk(), {
    trial: () => trial,
    compared(outcome) {
      // An alternative that is being changed in the card is checked too.
      const at = items.find(
        ({ item, scene }) =>
          scene.site === shown && item.written() === textOf(outcome.draft) && item.written() !== "",
      );
      if (at) compared(outcome, at.item.element);
    },
    wentOn: (draft) => void gone.add(textOf(draft)),
  });
  const session = createSession(ask, new AbortController().signal);
  onKnowledge((knowledge) => session.tellKnowledge(knowledge));

  return {
    element: h("div", {}, progress, list),
    show(site) {
      shown = site;
      for (const { scene, item } of items) item.element.hidden = scene.site !== site;
    },
    tryPolicy(next) {
      trial = next;
      session.tellKnowledge("");
    },
  };
}
