import { createAsk } from "../../platform/ask.ts";

/** The page's own line to the worker. */
export const { ask } = createAsk();
