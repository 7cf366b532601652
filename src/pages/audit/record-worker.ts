/** The dedicated worker of the console. */
import "../options/patients/without-network.ts";
import { createConnection } from "../../platform/connection.ts";
import { createImportedLogs } from "../../platform/imported-logs.ts";
import { createRecordStore } from "../../platform/record-store.ts";
import type { FromWorker, ToWorker } from "./jobs.ts";
import { createWork } from "./record-work.ts";

const work = createWork({
  store: createImportedLogs(),
  record: createRecordStore(createConnection()),
  say: (message: FromWorker) => postMessage(message),
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
});

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => void work(data));
