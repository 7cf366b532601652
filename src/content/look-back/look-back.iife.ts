/**
 * Put into a page when a person asks to look back, and never before. Leaves one function behind, in the world of the extension's
 * scripts, which the worker calls for what is on the page.
 */
import type { CollectedFrame, LookBackTask } from "../../contract/look-back.ts";
import { collect } from "./collect.ts";

declare global {
  var replyGuardLooksBack: ((task: LookBackTask) => Promise<CollectedFrame>) | undefined;
}

/** A frame without an address of its own shows a part of the page around it. */
function addressNow(): URL | undefined {
  if (location.protocol === "https:") return new URL(location.href);
  const from = [globalThis.origin, location.ancestorOrigins?.[0] ?? ""].find(
    (one) => URL.canParse(one) && new URL(one).protocol === "https:",
  );
  return from === undefined ? undefined : new URL(from);
}

/** Timers wait a second in a tab that is not in front, which this one is not while somebody reads what it told. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });

globalThis.replyGuardLooksBack = async (task) => {
  const address = addressNow();
  return address ? collect(document, task, { address, pause }) : null;
};
