/** The worker: builds its parts and registers its listeners before it returns, so that no wake-up call is missed. */
import { hosts } from "../adapters/hosts.ts";
import { workerChannels } from "../contract/messages.ts";
import { check, engineVersion, namesListed, notToKeep, prepare } from "../engine/index.ts";
import { showBadge } from "../platform/action.ts";
import { createAlarm } from "../platform/alarm.ts";
import { createConnection } from "../platform/connection.ts";
import { createDatabase } from "../platform/database.ts";
import { injectIntoFrame, injectIntoOpenTabs, injectIntoSite, siteScripts } from "../platform/inject.ts";
import { publishKnowledge } from "../platform/knowledge-signal.ts";
import { collectInTab } from "../platform/look-back-inject.ts";
import { patientsKey } from "../platform/patients-key.ts";
import { createRecordStore } from "../platform/record-store.ts";
import { fromContent, fromContentAnywhere, fromPage } from "../platform/sender.ts";
import { hasAccess, onAccessChange } from "../platform/site-access.ts";
import { serve } from "../platform/serve.ts";
import { inItsLanguage } from "../platform/worker-language.ts";
import {
  browserName,
  browserWords,
  diskSpace,
  extension,
  keepSessionFromPages,
  installedByPolicy,
  managedPolicy,
  onBrowserStart,
  onInstall,
  onManagedChange,
  openPage,
  stayAwake,
  tabsOn,
  workerRuntime,
} from "../platform/worker-api.ts";
import { download } from "./download.ts";
import { createExtraSites, sitesNamed } from "./extra-sites.ts";
import { createForward } from "./forward.ts";
import { endOfAll } from "./forward-end.ts";
import { collectorIn, post } from "./forward-post.ts";
import { createHandlers, inForceHere } from "./handlers.ts";
import { onInstalled, welcome } from "./install.ts";
import { keptItems } from "./kept.ts";
import { createKnowledge } from "./knowledge.ts";
import { createListFetch } from "./list-fetch.ts";
import { createPatients } from "./patients.ts";
import { createOfficer } from "./officer.ts";
import { readOwnPractice } from "./policy-handlers.ts";
import { createPolicySource } from "./policy-source.ts";
import { createAccessNotes } from "./record-access.ts";
import { recordEvents } from "./record-bodies.ts";
import { lookDaily } from "./record-daily.ts";
import { createListNotes } from "./record-list.ts";
import { createRoom } from "./record-room.ts";
import { createRecord } from "./record.ts";
import { createReplies, strictly } from "./replies.ts";
import { createSecondPerson } from "./second-person.ts";
import { siteOf } from "./site-of.ts";
import { createWarmUp } from "./warm-up.ts";
import { createWatch, placeOf } from "./watch.ts";
import type { InForceHere } from "./watch.ts";

const now = (): number => Date.now();
const connection = createConnection();
const store = createDatabase(connection);
const kept = keptItems(store);
const recordStore = createRecordStore(connection);

const record = createRecord({
  store: recordStore,
  engineVersion,
  now,
  onWritten: () => void forward.look(),
});

const room = createRoom({
  record,
  kept: kept.recordWaiting,
  left: kept.recordLeft,
  onChange: (isFull) => showInForce({ isFull }),
  now,
});

const accessNotes = createAccessNotes({
  kept: kept.accessTold,
  room,
  hasAccess,
  readKnown: () => knowledge.ready(),
});

const listNotes = createListNotes({ store: recordStore, room });

const policy = createPolicySource({
  readManaged: managedPolicy,
  installedByPolicy,
  readSetting: (key) => store.readSetting(key),
  writeSetting: (key, value) => store.writeSetting(key, value),
  writeSettings: (values) => store.writeSettings(values),
  addPolicyEvents: (events) => recordEvents(record, events),
  started: kept.started,
  now,
});

const patients = createPatients({
  store,
  key: patientsKey,
  tries: kept.patientsTries,
  now,
});

const knowledge = createKnowledge({
  readPolicy: async () => inItsLanguage(await policy.read()),
  readPractice: () => readOwnPractice(store),
  loadPatients: (resolved) => patients.load(resolved),
  prepare,
  publish: (version) => publishKnowledge(version),
  onChange(known) {
    void extraSites.settle();
    showInForce({ known: inForceHere(known) });
    void noteKnown(known);
    if (known.code === "unusable") void listFetch.look("doubt");
  },
  wakeAt(at) {
    const set = at === null ? expiry.clear() : expiry.set(at);
    // Without the alarm it is noticed at the next check.
    set.catch(() => undefined);
  },
  now,
  engineVersion,
});

const expiry = createAlarm("knowledge-change");
const daily = createAlarm("record-day");
const forwarding = createAlarm("forward");
const forward = createForward({
  readPolicy: () => collectorIn(knowledge.ready()),
  readHead: async () => (await recordStore.head())?.chain,
  readEntries: (from, most) => recordStore.readLines(from, most),
  readSeals: (from) => recordStore.readSeals(from),
  readEnd: () => endOfAll(record),
  kept: kept.forward,
  post: (collector, body) => post(collector, body, { stayAwake, now }),
  alarm: forwarding,
  version: extension.version,
  now,
  random: () => Math.random(),
});
const alarm = createAlarm("patient-list");
const listFetch = createListFetch({
  readPolicy: async () => (await policy.read()).patientList,
  patients,
  kept: kept.patientsFetch,
  download: (address, signal) => download(address, signal, { stayAwake }),
  alarm,
  onTaken: () => knowledge.reload(),
  now,
  random: () => Math.random(),
});

const watch = createWatch({
  kept: kept.watch,
  show: (tabId, { badge, title }) => showBadge(tabId, badge, title),
  openTabs: async () => tabsOn([...hosts, ...(await extraSites.hosts())]),
});

const extraSites = createExtraSites({
  async named() {
    const known = await knowledge.ready();
    return known && sitesNamed(known.resolved.policy);
  },
  hasAccess,
  scripts: siteScripts,
  inject: injectIntoSite,
});

const secondPerson = createSecondPerson({
  tries: kept.codeTries,
  answers: kept.codeAnswers,
  now,
});

const handlers = createHandlers({
  store,
  knowledge,
  policy,
  patients,
  listFetch,
  record,
  recordStore,
  room,
  listNotes,
  forward,
  space: diskSpace,
  officer: createOfficer({
    readPolicy: () => policy.read(),
    room,
    tries: kept.consoleTries,
    sessions: kept.consoleSessions,
    record,
    knowledge,
    check,
    notToKeep,
    confirmed: kept.rulesConfirmed,
    now,
  }),
  lookBack: { known: kept.lookBack, collect: collectInTab },
  secondPerson,
  watch,
  extraSites,
  check,
  replies: createReplies(strictly(check)),
  namesListed,
  putMediaPart: (tabId, frameId) => injectIntoFrame(tabId, frameId, "src/content/media.iife.js"),
  notToKeep,
  engineVersion,
  browserName: browserName(),
  now,
  warmUp: createWarmUp(check, (task) => setTimeout(task)),
  siteOf,
});

const isOnWatched = fromContent(extension.id, hosts);
serve(
  workerChannels,
  handlers,
  {
    content: async (sender) =>
      isOnWatched(sender) ||
      (fromContentAnywhere(extension.id)(sender) && (await extraSites.siteOf(sender)) !== undefined),
    page: fromPage(extension.id, extension.origin),
  },
  workerRuntime.runtime,
  (sender) => {
    const at = placeOf(sender);
    if (at) void watch.leave(at);
  },
);
onAccessChange(() => void Promise.all([extraSites.settle(), accessNotes.look()]));
onManagedChange(() => void changedPolicy());
onInstall((reason) => {
  onInstalled(reason, async () => {
    await injectIntoOpenTabs();
    await extraSites.inject();
  });
  void listFetch.look("start");
  // Where there is no window to open it in, the popup leads there too.
  welcome(reason, {
    isForced: installedByPolicy,
    shown: kept.welcomeShown,
    open: () => openPage("welcome.html"),
  }).catch(() => undefined);
});
onBrowserStart(() => void listFetch.look("start"));
alarm.onRing(() => void listFetch.look("wake"));
expiry.onRing(() => void knowledge.reload());
daily.onRing(() => void lookToRecord());
forwarding.onRing(() => void forward.look());
void keepSessionFromPages();
// Whatever has started the worker: a check may follow, and the list takes the longest to be read and opened.
void knowledge.ready().then(() => listFetch.look("wake"));
void settlePolicy();
void lookToRecord();
void room.settle();

async function lookToRecord(): Promise<void> {
  await lookDaily({
    record,
    store: recordStore,
    readKnown: () => knowledge.ready(),
    alarm: daily,
    browser: browserWords(),
    engineVersion,
    now,
    random: () => Math.random(),
  });
  await forward.look();
}

/** What has come into force: the record is told of the list, and has a heartbeat if the day has none. */
async function noteKnown(known: Parameters<typeof inForceHere>[0]): Promise<void> {
  if (known.code === "not-ready") return;
  await listNotes.look(patients.inForce());
  await accessNotes.look();
  await lookToRecord();
}

let inForce: { known?: InForceHere; isFull?: boolean } = {};
function showInForce(change: typeof inForce): void {
  inForce = { ...inForce, ...change };
  void watch.showInForce({ ...inForce.known, recordFull: inForce.isFull === true });
}

async function changedPolicy(): Promise<void> {
  await knowledge.reload();
  await listFetch.look("wake");
}

/** An empty managed policy early in the browser's life is read again when it may be believed. */
async function settlePolicy(): Promise<void> {
  const delayMs = await policy.unsettledFor();
  if (delayMs > 0) setTimeout(() => void changedPolicy(), delayMs);
}
