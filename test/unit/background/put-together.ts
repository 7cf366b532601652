import { expect } from "vitest";
import type { ConsoleSessions } from "../../../src/background/console-lock.ts";
import { createExtraSites, sitesNamed } from "../../../src/background/extra-sites.ts";
import { createHandlers, inForceHere } from "../../../src/background/handlers.ts";
import { createKnowledge } from "../../../src/background/knowledge.ts";
import { createListFetch } from "../../../src/background/list-fetch.ts";
import { createOfficer, nothingConfirmed } from "../../../src/background/officer.ts";
import { createKnown } from "../../../src/background/look-back-known.ts";
import type { KnownReply } from "../../../src/background/look-back-known.ts";
import { createPatients } from "../../../src/background/patients.ts";
import { readOwnPractice } from "../../../src/background/policy-handlers.ts";
import { createPolicySource } from "../../../src/background/policy-source.ts";
import { recordEvents } from "../../../src/background/record-bodies.ts";
import { createListNotes } from "../../../src/background/record-list.ts";
import { createReplies, strictly } from "../../../src/background/replies.ts";
import { createSecondPerson, noTries } from "../../../src/background/second-person.ts";
import type { CodeAnswers } from "../../../src/background/second-person.ts";
import { createWarmUp } from "../../../src/background/warm-up.ts";
import { createWatch } from "../../../src/background/watch.ts";
import type { Standing } from "../../../src/background/watch.ts";
import { check, namesListed, notToKeep, prepare } from "../../../src/engine/index.ts";
import type { CollectedFrame } from "../../../src/contract/look-back.ts";
import { hostOf } from "../../../src/platform/sender.ts";
import type { Sender } from "../../../src/platform/sender.ts";
import { memoryDatabase, memoryItem } from "./parts.ts";
import { seatRecord } from "./seat-record.ts";

export const page: Sender = { id: "guard", url: "https://www.yelp.com/biz/x", tab: { id: 3 }, frameId: 0 };
const hosts = ["facebook.com", "yelp.com"] as const;

/** The worker as it is put together, on a database in memory and with the real engine. */
export function worker(
  store = memoryDatabase(),
  {
    managed = {},
    dropsSilently = false,
    now = () => 5,
    frames = () => undefined,
  }: {
    managed?: Record<string, unknown>;
    dropsSilently?: boolean;
    now?: () => number;
    /** What is on the page that a look back is about. */
    frames?: () => readonly NonNullable<CollectedFrame>[] | undefined;
  } = {},
) {
  const published: string[] = [];
  const shown: [number, Standing][] = [];
  const mediaParts: [number, number][] = [];
  const later: (() => void)[] = [];
  const seat = seatRecord({ now });
  const lookedBack = memoryItem<KnownReply[]>([]);
  const listNotes = createListNotes({ store: seat.store, room: seat.room });
  const policy = createPolicySource({
    readManaged: async () => ({ values: managed, dropsSilently }),
    installedByPolicy: async () => false,
    readSetting: (key) => store.readSetting(key),
    writeSetting: (key, value) => store.writeSetting(key, value),
    writeSettings: (values) => store.writeSettings(values),
    addPolicyEvents: (events) => recordEvents(seat.record, events),
    started: memoryItem(0),
    now,
  });
  const watch = createWatch({
    kept: memoryItem([]),
    show: async (tabId, standing) => void shown.push([tabId, standing]),
    openTabs: async () => [3],
  });
  const patients = createPatients({
    store,
    key: memoryItem(null),
    tries: memoryItem({ wrong: 0, until: 0 }),
    now,
  });
  const knowledge = createKnowledge({
    readPolicy: () => policy.read(),
    readPractice: () => readOwnPractice(store),
    loadPatients: (resolved) => patients.load(resolved),
    now,
    prepare,
    publish: async (version) => void published.push(version),
    onChange(known) {
      void watch.showInForce(inForceHere(known));
      void listNotes.look(patients.inForce());
    },
    engineVersion: "1",
  });
  const handlers = createHandlers({
    store,
    knowledge,
    policy,
    patients,
    listFetch: createListFetch({
      readPolicy: async () => (await policy.read()).patientList,
      patients,
      kept: memoryItem(null),
      download: () => expect.unreachable(),
      alarm: { set: async () => {}, clear: async () => {} },
      onTaken: () => knowledge.reload(),
      now,
      random: () => 0,
    }),
    record: seat.record,
    recordStore: seat.store,
    room: seat.room,
    listNotes,
    forward: { standing: async () => null },
    space: async () => ({ usage: 1000, quota: 2000 }),
    officer: createOfficer({
      readPolicy: () => policy.read(),
      room: seat.room,
      tries: memoryItem({ wrong: 0, until: 0 }),
      sessions: memoryItem<ConsoleSessions>([]),
      record: seat.record,
      knowledge,
      check,
      notToKeep,
      confirmed: memoryItem(nothingConfirmed),
      now,
    }),
    lookBack: { known: createKnown(lookedBack), collect: async () => frames() },
    secondPerson: createSecondPerson({
      tries: memoryItem(noTries),
      answers: memoryItem<CodeAnswers>([]),
      now,
    }),
    watch,
    extraSites: createExtraSites({
      async named() {
        const known = await knowledge.ready();
        return known && sitesNamed(known.resolved.policy);
      },
      hasAccess: async () => true,
      scripts: { registered: async () => [], register: async () => {}, unregister: async () => {} },
      inject: async () => {},
    }),
    check,
    replies: createReplies(strictly(check)),
    namesListed,
    notToKeep,
    engineVersion: "1",
    browserName: "firefox",
    now,
    warmUp: createWarmUp(check, (task) => void later.push(task)),
    putMediaPart: async (tabId, frameId) => void mediaParts.push([tabId, frameId]),
    siteOf(sender) {
      const host = hostOf(sender, hosts);
      return host && ({ "facebook.com": "facebook", "yelp.com": "yelp" } as const)[host];
    },
  });
  const { attempts, entries, exported, disk } = seat;
  return {
    handlers,
    store,
    published,
    shown,
    mediaParts,
    later,
    patients,
    attempts,
    entries,
    exported,
    disk,
    listNotes,
    lookedBack,
  };
}
