import type { Adapter, ComposerPattern } from "../../adapters/adapter.ts";
import type { Site, Surface } from "../../engine/model.ts";
import type { Override } from "./override.ts";

/** Why a box that looks like a composer cannot be fully guarded. */
export type WatchProblem = "unknown-composer" | "no-send-control";

/**
 * A box in which a draft is written, as found on the page now. Never kept across events: sites replace the node
 * while a person types, so every event resolves it anew (`findComposer`).
 */
export interface Composer {
  readonly box: HTMLElement;
  readonly kind: "textarea" | "contenteditable";
  readonly site: Site;
  readonly surface: Surface;
  readonly adapter: Adapter;
  /** Undefined for a box that no pattern knows. */
  readonly pattern: ComposerPattern | undefined;
  /** What a policy adds to that; none of it takes anything away. */
  readonly overrides: readonly Override[];
  /** The part of the page that belongs to the box: send control and file inputs are looked for inside it. */
  readonly scope: Element;
}

/** Where a frame is, by the site's own address: `path` is `location.pathname + location.search`. */
export interface Page {
  readonly host: string;
  readonly path: string;
  readonly adapter: Adapter;
  /** What a policy says of boxes of this site. */
  readonly overrides?: readonly Override[];
}
