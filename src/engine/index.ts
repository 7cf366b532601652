/** The only door of the engine. Text in, verdict out: no browser, no clock, no chance. */
export { check } from "./check.ts";
export { prepare } from "./knowledge.ts";
export type { Knowledge } from "./knowledge.ts";
export { buildIndex, emptyIndex, openIndex } from "./patients/index.ts";
export { namesListed, notToKeep } from "./not-to-keep.ts";
export type { Person } from "./patients/index.ts";
export type { Draft, EnginePolicy, Practice, Verdict } from "./model.ts";
export { engineVersion } from "./engine-version.ts";
