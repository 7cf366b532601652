/** The shape is in the contract: that of a further site goes from the worker to the page. */
export { adapter } from "../contract/site-adapter.ts";
export type { Adapter, Chord, ComposerPattern } from "../contract/site-adapter.ts";
