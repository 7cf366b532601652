/** The worker: builds its parts and registers its listeners before it returns, so that no wake-up call is missed. */
import { hosts } from "../adapters/hosts.ts";
import { workerChannels } from "../contract/messages.ts";
import { emptyPractice, practice } from "../contract/practice.ts";
import { z } from "../contract/zod.ts";
import { check, engineVersion, prepare } from "../engine/index.ts";
import type { Site } from "../engine/model.ts";
import { showBadge } from "../platform/action.ts";
import { createDatabase } from "../platform/database.ts";
import { injectIntoOpenTabs } from "../platform/inject.ts";
import { publishKnowledge } from "../platform/knowledge-signal.ts";
import { fromContent, fromPage, hostOf } from "../platform/sender.ts";
import { serve } from "../platform/serve.ts";
import { item } from "../platform/storage.ts";
import {
  extension,
  managedPolicy,
  onInstall,
  onManagedChange,
  sessionArea,
  tabsOn,
  workerRuntime,
} from "../platform/worker-api.ts";
import { createHandlers } from "./handlers.ts";
import { onInstalled } from "./install.ts";
import { createKnowledge } from "./knowledge.ts";
import { loadPatients } from "./patients.ts";
import { createPolicySource } from "./policy-source.ts";
import { createWarmUp } from "./warm-up.ts";
import { createWatch, frames, placeOf } from "./watch.ts";

const siteOfHost: Readonly<Record<(typeof hosts)[number], Site>> = {
  "facebook.com": "facebook",
  "instagram.com": "instagram",
  "yelp.com": "yelp",
};

const now = (): number => Date.now();
const store = createDatabase();

const policy = createPolicySource({
  readManaged: managedPolicy,
  readSetting: (key) => store.readSetting(key),
  writeSetting: (key, value) => store.writeSetting(key, value),
  started: item(sessionArea, "started", z.int(), 0),
  now,
});

const knowledge = createKnowledge({
  readPolicy: () => policy.read(),
  async readPractice() {
    const stored = practice.safeParse(await store.readSetting("practice"));
    return stored.success ? stored.data : emptyPractice;
  },
  readPatients: () => loadPatients(store),
  prepare,
  publish: (version) => publishKnowledge(version),
  engineVersion,
});

const watch = createWatch({
  kept: item(sessionArea, "watch", frames, []),
  show: (tabId, { badge, title }) => showBadge(tabId, badge, title),
  openTabs: () => tabsOn(hosts),
});

const handlers = createHandlers({
  store,
  knowledge,
  policy,
  watch,
  check,
  engineVersion,
  now,
  warmUp: createWarmUp(check, (task) => setTimeout(task)),
  siteOf(sender) {
    const host = hostOf(sender, hosts);
    return host === undefined ? undefined : siteOfHost[host];
  },
});

serve(
  workerChannels,
  handlers,
  { content: fromContent(extension.id, hosts), page: fromPage(extension.id, extension.origin) },
  workerRuntime.runtime,
  (sender) => {
    const at = placeOf(sender);
    if (at) void watch.leave(at);
  },
);
onManagedChange(() => void knowledge.reload());
onInstall((reason) => onInstalled(reason, injectIntoOpenTabs));

void settlePolicy();

/** An empty managed policy early in the browser's life is read again when it may be believed. */
async function settlePolicy(): Promise<void> {
  const delayMs = await policy.unsettledFor();
  if (delayMs > 0) setTimeout(() => void knowledge.reload(), delayMs);
}
