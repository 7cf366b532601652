/** The boxes of the practice room, as adapters tell of those of a site: the guard finds and holds them by this. */
import type { Adapter, ComposerPattern } from "../../adapters/adapter.ts";
import { surface } from "../../contract/draft.ts";
import { sendsWithEnter } from "./scenes.ts";
import type { RoomSite } from "./scenes.ts";

const enter = [{ key: "Enter", ctrl: "any", meta: "any", shift: false, alt: "any" } as const];

/** There is no way to choose a file here; what is pasted is told by its event. */
const attachments = { inputs: ['input[type="file"]'], previews: ['img[src^="blob:"]'] };

export const boxClass = "room-box";
export const sendClass = "room-send";

const pattern = (site: RoomSite, one: ComposerPattern["surface"]): ComposerPattern => ({
  id: `${site}/room-${one}`,
  surface: one,
  box: `.${boxClass}[data-surface="${one}"]`,
  scope: [".item"],
  send: {
    keys: sendsWithEnter(site) ? enter : [],
    controls: [`.${sendClass}`],
    labels: [],
    presence: "always",
  },
  attachments,
  thread: { container: [".item"], author: [".author"], text: [".said"] },
  limit: null,
});

export const roomAdapter = (site: RoomSite): Adapter => ({
  site,
  hosts: [],
  checked: "2026-11-26",
  composers: surface.options.map((one) => pattern(site, one)),
  unknown: {
    surface: "comment",
    keys: [],
    scope: [".item"],
    controls: [`.${sendClass}`],
    labels: [],
    attachments,
  },
  notSend: { controls: [], labels: [] },
  // The fields of the test and of the page itself.
  ignore: [`:not(.${boxClass})`],
});
