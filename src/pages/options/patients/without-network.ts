/** Imported before everything else of the worker: by the time that any other module runs, nothing can be sent. */
import { giveUpNetwork } from "./give-up-network.ts";

giveUpNetwork(globalThis);
