/**
 * Looking back: what of the practice's own stands on a page, whether it passes the check, and what of that which did not is gone.
 * Texts and addresses come from the page and go to the page that shows them; what is kept of them are keyed digests.
 */
import { hostMatches } from "../adapters/host-matches.ts";
import { pastSites } from "../adapters/past/index.ts";
import { surface } from "../contract/draft.ts";
import type {
  CollectedFrame,
  CollectedItem,
  LookBackTask,
  LookedBack,
  PastChecked,
  PastReply,
} from "../contract/look-back.ts";
import { mostReplies } from "../contract/look-back-limits.ts";
import type { WorkerChannels } from "../contract/messages.ts";
import { entryLine } from "../contract/record-entry.ts";
import type { EntryBody } from "../contract/record-entry.ts";
import type { Draft, Practice, Surface } from "../engine/model.ts";
import type { Database } from "../platform/database.ts";
import type { RecordReader } from "../platform/record-store.ts";
import { answer, refusal } from "../platform/serve.ts";
import type { Handlers } from "../platform/serve.ts";
import { recordAttempt } from "./attempts.ts";
import type { AttemptParts } from "./attempts.ts";
import { checkDraft } from "./check.ts";
import { digest } from "./digest.ts";
import type { Knowledge, KnowledgeHolder } from "./knowledge.ts";
import type { Known, KnownReply } from "./look-back-known.ts";
import { readOwnPractice } from "./policy-handlers.ts";
import { practiceInForce } from "./practice-in-force.ts";

type Frame = NonNullable<CollectedFrame>;

export interface LookBackParts<Prepared> extends AttemptParts<Prepared> {
  readonly knowledge: KnowledgeHolder<Prepared>;
  readonly recordStore: Pick<RecordReader, "readNamed">;
  readonly store: Pick<Database, "readSetting">;
  readonly lookBack: {
    readonly known: Known;
    /** Undefined: there is no such tab to be seen. */
    readonly collect: (tabId: number, task: LookBackTask) => Promise<readonly Frame[] | undefined>;
  };
}

export function createLookBack<Prepared>(
  parts: LookBackParts<Prepared>,
): Pick<Handlers<WorkerChannels>, "look-back.collect" | "look-back.check"> {
  const { knowledge, record } = parts;
  const { known, collect } = parts.lookBack;
  /** Keyed, and of another kind than a draft's own. */
  const token = (...names: readonly string[]): Promise<string> =>
    record.fingerprint(["look back", ...names].join("\n"));

  /** A reply that has no link of its own is known by what it answers, and where that may have several by its text too. */
  async function placeOf(site: Frame["site"], { key, anchor, own }: CollectedItem): Promise<string> {
    if (key !== "") return token(site, "link", key);
    if (own?.isSingle !== false) return token(site, "answer", anchor);
    return token(site, "answer", anchor, own.text.trim());
  }

  async function replyOf(frame: Frame, item: CollectedItem): Promise<PastReply | undefined> {
    const { site, page } = frame;
    if (!item.own) return undefined;
    const { isSingle: _, ...own } = item.own;
    const { hosts = [] } = pastSites.find((one) => one.site === site) ?? {};
    // A page's process could name any address.
    const host = own.link === null ? undefined : new URL(own.link).hostname;
    const link = host !== undefined && hosts.some((one) => hostMatches(host, one)) ? own.link : null;
    const anchor = item.anchor === "" ? null : await token(site, "anchor", item.anchor);
    return {
      site,
      ...own,
      link,
      place: await placeOf(site, item),
      anchor,
      page: await token(site, "page", page),
    };
  }

  /** What was found before and is not there, though what it answers is, with all of its answers. */
  async function lookForGone(frames: readonly Frame[], surfacesOff: readonly Surface[]) {
    // What was not looked for may be there as well as not.
    const standing = (await known.read()).filter((one) => !one.gone && !surfacesOff.includes(one.surface));
    const missing: KnownReply[] = [];
    let unseen = 0;
    for (const frame of frames) {
      const { site } = frame;
      const here = standing.filter((one) => one.site === site);
      if (here.length === 0) continue;
      const places = new Set(await Promise.all(frame.items.map((item) => placeOf(site, item))));
      const whole = new Set(
        await Promise.all(
          frame.anchors.flatMap(({ key, isWhole }) => (isWhole ? [token(site, "anchor", key)] : [])),
        ),
      );
      // Among those that have no link, one of somebody's may be it: the practice may have another name by now.
      const nameless = frame.items.filter(({ key, own, anchor }) => key === "" && !own && anchor !== "");
      const doubtful = new Set(
        await Promise.all(nameless.map(({ anchor }) => token(site, "anchor", anchor))),
      );
      const page = await token(site, "page", frame.page);
      for (const one of here) {
        if (places.has(one.place)) continue;
        if (one.anchor !== null && whole.has(one.anchor) && !doubtful.has(one.anchor)) missing.push(one);
        else if (one.page === page) unseen += 1;
      }
    }
    return { missing, unseen };
  }

  /** Of a reply that was found before. @returns whether it is on record */
  async function recordGone(reply: KnownReply, result: "removed" | "edited"): Promise<boolean> {
    const body: EntryBody = {
      kind: "take-down",
      result,
      site: reply.site,
      surface: reply.surface,
      ...(reply.entry && { subject: reply.entry }),
      by: "look-back",
    };
    try {
      await record.add(body, await digest(`look back gone ${reply.place} ${reply.mark} ${reply.round}`));
      await known.put({ ...reply, gone: true });
      return true;
    } catch {
      // It is still known to stand, and the next look back tries again.
      return false;
    }
  }

  async function recordStanding(
    reply: PastReply,
    draft: Draft,
    mark: string,
    before: KnownReply | undefined,
    now: Knowledge<Prepared>,
  ): Promise<PastChecked["record"]> {
    if (before && !before.gone) return "standing";
    const { site, surface: place, isCut, anchor, page } = reply;
    const round = before ? before.round + 1 : 0;
    const id = `look back ${reply.place} ${mark} ${round}`;
    try {
      await recordAttempt({ id, draft, outcome: "standing" }, now, parts);
      const stored = await parts.recordStore.readNamed(await digest(id));
      const line = stored && entryLine.safeParse(JSON.parse(stored.line)).data;
      const entry = line ? { seat: line.entry.seat, seq: line.entry.seq, hash: line.hash } : null;
      await known.put({
        site,
        surface: place,
        place: reply.place,
        anchor,
        page,
        mark,
        isCut,
        entry,
        round,
        gone: false,
      });
      return "standing";
    } catch {
      return "failed";
    }
  }

  async function checkOne(reply: PastReply, now: Knowledge<Prepared>): Promise<PastChecked> {
    const { site, surface: place, text, thread } = reply;
    const draft: Draft = { text, site, surface: place, thread };
    const { verdict, note } = checkDraft(draft, now, parts.check, false);
    const mark = await record.fingerprint(text);
    const here = (await known.read()).filter((one) => one.place === reply.place);
    const same = here.find((one) => one.mark === mark);
    const told = {
      verdict: verdict.verdict,
      findings: verdict.findings.map((one) => ({ ...one, quote: text.slice(one.start, one.end) })),
      alternatives: verdict.alternatives.map((one) => one.text),
    };
    if (verdict.findings.length > 0 || note)
      return { ...told, record: await recordStanding(reply, draft, mark, same, now) };
    // Of a text that is only shown in part nobody can say that it has changed.
    const isWhole = !reply.isCut && !reply.isTooLong;
    const edited = here.filter((one) => isWhole && !one.gone && one.mark !== mark && !one.isCut);
    if (edited.length === 0) return { ...told, record: "none" };
    const written = await Promise.all(edited.map((one) => recordGone(one, "edited")));
    return { ...told, record: written.every(Boolean) ? "edited" : "failed" };
  }

  return {
    "look-back.collect": async ({ tabId }) => {
      const now = await knowledge.ready();
      if (!now || now.code !== undefined) return refusal(now?.code ?? "not-ready");
      const task = taskFor(now, practiceInForce(now.resolved, await readOwnPractice(parts.store)));
      const surfacesOff = surface.options.filter((one) => !now.resolved.policy.surfaces[one]);
      if (task.names.length + task.handles.length === 0) return answer(without("no-practice", surfacesOff));
      const frames = await collect(tabId, task);
      if (!frames) return answer(without("no-tab", surfacesOff));
      if (frames.length === 0) return answer(without("no-site", surfacesOff));
      const replies: PastReply[] = [];
      for (const frame of frames) {
        for (const item of frame.items) {
          const reply = await replyOf(frame, item);
          if (reply) replies.push(reply);
        }
      }
      const { missing, unseen } = await lookForGone(frames, surfacesOff);
      const gone: LookedBack["gone"] = [];
      for (const one of missing)
        if (await recordGone(one, "removed")) gone.push({ site: one.site, surface: one.surface });
      return answer({
        problem: null,
        replies: replies.slice(0, mostReplies),
        others: frames.reduce((sum, { items }) => sum + items.filter(({ own }) => !own).length, 0),
        isCut: frames.some((frame) => frame.isCut) || replies.length > mostReplies,
        unread: frames.reduce((sum, frame) => sum + frame.unread, 0),
        gone,
        goneFailed: missing.length - gone.length,
        unseen,
        surfacesOff,
      });
    },
    "look-back.check": async ({ replies }) => {
      const now = await knowledge.ready();
      if (!now || now.code !== undefined) return refusal(now?.code ?? "not-ready");
      const checked: PastChecked[] = [];
      for (const reply of replies) checked.push(await checkOne(reply, now));
      return answer({ checked });
    },
  };
}

/** Only what policy has guarded is looked for. */
function taskFor<Prepared>({ resolved }: Knowledge<Prepared>, practice: Practice): LookBackTask {
  const { sites, surfaces } = resolved.policy;
  const on: Readonly<Partial<Record<string, boolean>>> = sites;
  return {
    sites: pastSites
      .filter(({ site }) => on[site] !== false)
      .map((one) => ({ ...one, patterns: one.patterns.filter((pattern) => surfaces[pattern.surface]) })),
    ...namesOf(practice),
  };
}

const namesOf = ({ name, aliases, handles }: Practice): Pick<LookBackTask, "names" | "handles"> => ({
  names: [name, ...aliases].filter((one) => one.trim() !== ""),
  handles: handles.filter((one) => one.trim() !== ""),
});

const without = (problem: LookedBack["problem"], surfacesOff: LookedBack["surfacesOff"]): LookedBack => ({
  problem,
  replies: [],
  others: 0,
  isCut: false,
  unread: 0,
  gone: [],
  goneFailed: 0,
  unseen: 0,
  surfacesOff,
});
