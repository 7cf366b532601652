/** What the worker keeps of its own beside the record: across restarts of the browser (a setting), or while it runs (a session). */
import { hosts } from "../adapters/hosts.ts";
import { z } from "../contract/zod.ts";
import type { Database } from "../platform/database.ts";
import { settingsItem } from "../platform/settings-item.ts";
import { item } from "../platform/storage.ts";
import { localArea, sessionArea } from "../platform/worker-api.ts";
import { consoleSessions } from "./console-lock.ts";
import { forwardState } from "./forward-state.ts";
import { fetchState } from "./list-fetch.ts";
import { createKnown, knownReplies } from "./look-back-known.ts";
import { confirmation, nothingConfirmed } from "./officer.ts";
import { tries } from "./patients-state.ts";
import { accessTold } from "./record-access.ts";
import { leftEntries, waitingEntries } from "./record-room.ts";
import { codeAnswers, codeTries, noTries } from "./second-person.ts";
import { frames } from "./watch.ts";

export function keptItems(store: Database) {
  return {
    recordWaiting: item(sessionArea, "record-waiting", waitingEntries, []),
    recordLeft: item(localArea, "record-left", leftEntries, null),
    accessTold: settingsItem(store, "access-told", accessTold, { seen: [...hosts], lost: [] }),
    started: item(sessionArea, "started", z.int(), 0),
    patientsTries: item(sessionArea, "patients-tries", tries, { wrong: 0, until: 0 }),
    forward: settingsItem(store, "forward", forwardState, null),
    patientsFetch: settingsItem(store, "patients-fetch", fetchState, null),
    watch: item(sessionArea, "watch", frames, []),
    codeTries: settingsItem(store, "code-tries", codeTries, noTries),
    codeAnswers: item(sessionArea, "code-answers", codeAnswers, []),
    consoleTries: settingsItem(store, "console-tries", tries, { wrong: 0, until: 0 }),
    consoleSessions: item(sessionArea, "console-sessions", consoleSessions, []),
    lookBack: createKnown(settingsItem(store, "look-back", knownReplies, [])),
    rulesConfirmed: settingsItem(store, "rules-confirmed", confirmation, nothingConfirmed),
    welcomeShown: settingsItem(store, "welcome-shown", z.boolean(), false),
  } as const;
}
