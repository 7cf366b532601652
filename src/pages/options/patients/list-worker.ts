/** The dedicated worker of the patient list. It ends when the page stops it, with whatever it holds. */
import "./without-network.ts";
import { createDatabase } from "../../../platform/database.ts";
import type { FromWorker, ToWorker } from "./jobs.ts";
import { createWork } from "./list-work.ts";

const work = createWork({
  store: createDatabase(),
  say: (message: FromWorker) => postMessage(message),
  now: () => Date.now(),
});

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => void work(data));
