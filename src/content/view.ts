/** What the card shows for a state of the gate. Pure: the card draws exactly this. */
import type { BoxState, Checked, Code } from "../contract/messages.ts";
import { t } from "../platform/i18n.ts";
import { categoryWords, snake } from "../platform/words.ts";
import type { Alternative, Finding } from "../engine/model.ts";
import { isApproved, isEmpty, isSwitchedOff, verdictOf } from "./gate-state.ts";
import type { GateState } from "./gate-state.ts";

export interface FindingView {
  readonly category: string;
  /** Empty where the sentence above the list says the same already. */
  readonly why: string;
  readonly source: string;
  /** The words of the draft; empty for an attachment. */
  readonly quote: string;
  readonly level: Finding["level"];
}

export interface AnywayView {
  readonly reasonRequired: boolean;
  readonly reasons: readonly string[];
  readonly freeText: boolean;
  /** A colleague's code is asked for. */
  readonly code: boolean;
  /** It is being checked. */
  readonly asking: boolean;
  /** Why the last one did not help. */
  readonly problem: string;
}

export interface View {
  readonly state: BoxState;
  /** `note`: one line beside the box; `card`: everything. */
  readonly mode: "hidden" | "note" | "card";
  /** One calm sentence. */
  readonly title: string;
  readonly detail: string;
  readonly findings: readonly FindingView[];
  readonly alternatives: readonly Alternative[];
  /** The practice's own replies can be searched. */
  readonly library: boolean;
  /** A text was put in, and the person's own can be put back. */
  readonly undo: boolean;
  /** Whether they have said that what was found is no problem; undefined: it cannot be said now. */
  readonly disputed: boolean | undefined;
  readonly postAnyway: AnywayView | undefined;
  /** Why it may not be posted anyway, where policy would let but for something that is not there. */
  readonly closed: string;
  /** Whom to ask. */
  readonly contact: string;
  /** There is something to attest, or it is attested. */
  readonly attest: boolean;
  readonly retry: boolean;
  /** Over the foot of the card: what comes and goes there moves nothing that somebody is about to press. */
  readonly remark: string;
  /** Set when a person must hear of it at once: a send was held, or may be pressed again. */
  readonly announcement: string;
}

const nothing: View = {
  state: "idle",
  mode: "hidden",
  title: "",
  detail: "",
  findings: [],
  alternatives: [],
  library: false,
  undo: false,
  disputed: undefined,
  postAnyway: undefined,
  closed: "",
  contact: "",
  attest: false,
  retry: false,
  remark: "",
  announcement: "",
};

function toFinding(text: string, finding: Finding, said: string): FindingView {
  return {
    category: categoryWords(finding.category),
    why: finding.why === said ? "" : finding.why,
    source: finding.source,
    quote: text.slice(finding.start, finding.end),
    level: finding.level,
  };
}

function findings(gate: GateState, checked: Checked, text: string, expanded: boolean): View {
  const { verdict, permission } = checked;
  const held = gate.held !== undefined;
  const approved = isApproved(gate);
  const first = verdict.findings.find(({ level }) => level === "block") ?? verdict.findings[0];
  const why = first?.why ?? "";
  const own = gate.settings.messages?.[verdict.verdict === "block" ? "stopped" : "warned"];
  const detail = approved ? t("card_chose_to_post_anyway") : (own ?? why);
  const anyway = approved ? undefined : anywayView(gate, checked);
  const closed = approved ? "" : closedWords(gate, permission);
  return {
    ...nothing,
    state: verdict.verdict === "block" ? "block" : "warn",
    mode: held || approved || expanded ? "card" : "note",
    title: approved ? t("card_ready_to_post_anyway") : held ? t("card_not_sent") : t("card_before_sending"),
    detail,
    findings: verdict.findings.map((finding) => toFinding(text, finding, detail)),
    alternatives: verdict.alternatives,
    library: gate.settings.replies && !approved,
    disputed: approved ? undefined : false,
    postAnyway: anyway,
    closed,
    contact: closed ? "" : (gate.settings.contact ?? ""),
    attest: verdict.findings.some(({ category }) => category === "media"),
    announcement:
      anyway?.problem ||
      (held && !approved ? t("card_not_sent_because", own ?? why) : approved ? detail : ""),
  };
}

function anywayView({ asking, codeProblem }: GateState, { permission }: Checked): AnywayView | undefined {
  const { postAnyway, reasonRequired, reasons, freeText, secondPerson } = permission;
  if (!postAnyway) return undefined;
  return {
    reasonRequired,
    reasons,
    freeText,
    code: secondPerson,
    asking: asking !== undefined,
    problem: codeProblem ? problemWords(codeProblem, secondPerson) : "",
  };
}

function problemWords(problem: NonNullable<GateState["codeProblem"]>, isOfCode: boolean): string {
  if (isOfCode) return codeWords(problem);
  return problem.kind === "failed" ? t("card_not_put_on_record") : "";
}

function codeWords({ kind, wait }: NonNullable<GateState["codeProblem"]>): string {
  const minutes = Math.ceil(wait / 60_000);
  const words = kind === "wait" ? t("card_too_many_codes") : t(`card_code_${kind}`);
  if (wait <= 0 && kind !== "wait") return words;
  return `${words} ${minutes === 1 ? t("card_try_in_a_minute") : t("card_try_in_minutes", minutes)}`;
}

function closedWords({ settings }: GateState, { postAnyway, ...asked }: Checked["permission"]): string {
  if (postAnyway || !(asked.secondPerson || asked.reasonRequired)) return "";
  const whom = settings.contact?.replace(/\.$/, "") ?? t("card_your_administrator");
  return asked.secondPerson ? t("card_nobody_can_agree", whom) : t("card_no_reason_possible", whom);
}

/**
 * Whether that a send was held is on record. Until it is, nothing is said of the hold; when that takes too long (`late`), both are
 * said.
 */
export type OnRecord = "awaited" | "late" | "kept";

/** What the person has done beside writing. */
export interface Done {
  /** They have called what was found no problem. */
  readonly disputed?: boolean;
  /** They have a text in the box that was put in, and their own can be put back. */
  readonly canUndo?: boolean;
  /** They look for a reply of the practice's where there is nothing to say. */
  readonly searching?: boolean;
}

/** @param expanded the person has opened the note */
export function toView(
  before: GateState,
  expanded: boolean,
  onRecord: OnRecord = "kept",
  done: Done = {},
): View {
  const gate = onRecord === "awaited" && !before.orphaned ? { ...before, held: undefined } : before;
  const seen = withDone(viewNow(gate, expanded), gate, done);
  const view = gate.attested === undefined ? seen : { ...seen, attest: true };
  if (onRecord !== "late" || !gate.held || view.mode !== "card") return view;
  return { ...view, remark: t("card_not_on_record_yet") };
}

function withDone(view: View, gate: GateState, { disputed, canUndo, searching }: Done): View {
  if (view.disputed === false) return { ...view, disputed: disputed === true };
  if (view.mode !== "hidden" || !gate.current || isSwitchedOff(gate)) return view;
  if (canUndo) {
    const title = t("card_replaced");
    return { ...view, mode: "note", title, undo: true, announcement: title };
  }
  if (!searching || !gate.settings.replies) return view;
  return { ...view, mode: "card", title: t("card_own_replies"), library: true };
}

function viewNow(gate: GateState, expanded: boolean): View {
  const { current } = gate;
  if (!current || (isEmpty(current.draft) && !current.problem)) return nothing;
  if (gate.orphaned) {
    const title = gate.held ? t("card_updated_held") : t("card_updated");
    const detail = t("card_updated_remedy");
    return {
      ...nothing,
      state: "unchecked",
      mode: gate.held ? "card" : "note",
      title,
      detail,
      announcement: gate.held ? `${title} ${detail}` : "",
    };
  }
  // Before, something may have been held, and has to be said to the end.
  if (isSwitchedOff(gate) || (gate.settings.monitoring && !gate.held)) return nothing;
  const checked = verdictOf(gate);
  const view = withSite(viewOf(gate, checked, current.draft.text, expanded), current.unverified);
  if (!current.problem) return view;
  // What it stops here it stops as well as it can; that it may miss a send must be said all the same.
  const watch = t(`card_${snake(current.problem)}`);
  return {
    ...view,
    state: view.state === "warn" || view.state === "block" ? view.state : "unchecked",
    mode: view.mode === "card" ? "card" : "note",
    title: view.mode === "hidden" || view.mode === "note" ? watch : view.title,
    detail: view.mode === "hidden" || view.mode === "note" ? view.detail : `${view.detail} ${watch}`,
  };
}

/** Where something is said at all, that it may miss a send is said as well. */
function withSite(view: View, unverified: boolean | undefined): View {
  if (!unverified || view.mode !== "card") return view;
  return { ...view, detail: `${view.detail} ${t("card_unverified_site")}`.trim() };
}

function viewOf(gate: GateState, checked: Checked | undefined, text: string, expanded: boolean): View {
  if (gate.current && isEmpty(gate.current.draft)) return nothing;
  if (checked && checked.verdict.verdict !== "allow") return findings(gate, checked, text, expanded);
  if (checked) {
    if (!gate.held) return { ...nothing, state: "clear" };
    const title = t(gate.attested === undefined ? "card_checked" : "photos_attested");
    return { ...nothing, state: "clear", mode: "card", title, announcement: title };
  }
  if (gate.refused) {
    const title = gate.held ? t("card_could_not_be_checked") : t("card_not_checked_yet");
    const own = gate.settings.messages?.unchecked;
    return {
      ...nothing,
      state: "unchecked",
      mode: gate.held ? "card" : "note",
      title,
      // What the practice says first, and then the remedy.
      detail: [own ?? [], t(`card_refused_${snake(gate.refused)}`)].flat().join(" "),
      contact: gate.settings.contact ?? "",
      retry: !noUse.has(gate.refused),
      announcement: gate.held ? title : "",
    };
  }
  if (!gate.held) return { ...nothing, state: "checking" };
  const title = t("card_still_checking");
  return {
    ...nothing,
    state: "checking",
    mode: "card",
    title,
    detail: t("card_press_in_a_moment"),
    announcement: title,
  };
}

/** To check again by hand is of no use: the text has to change, or a change of the list is told by the worker. */
const noUse: ReadonlySet<Code> = new Set(["too-long", "locked", "expired", "awaited", "unusable"]);

/** What has to be said also once an update has taken the catalogs away. */
export const lastWords = [
  "words_language",
  "card_updated_held",
  "card_updated",
  "card_updated_remedy",
] as const;
