/** Of a further site: how a box is guarded that no pattern knows. The site's own controls go before these. */
import type { Adapter } from "../adapter.ts";
import { generic } from "../generic.ts";
import * as labels from "../labels.ts";

type Surface = Adapter["unknown"]["surface"];

const enter = { key: "Enter", ctrl: "any", meta: "any", shift: false, alt: "any" } as const;

/** `enterSends`: a bare Enter is taken to send, not to begin a new line. */
export const unknownOn = (surface: Surface, enterSends: boolean): Adapter["unknown"] => ({
  ...generic.unknown,
  surface,
  keys: enterSends ? [...generic.unknown.keys, enter] : generic.unknown.keys,
});

export const replyLabels = [
  "post reply",
  "post response",
  "submit response",
  "respond",
  "submit reply",
  "publicar respuesta",
  ...labels.comment,
];
