/** What the card shows for a state of the gate. Pure: the card draws exactly this. */
import type { BoxState, Checked, Code } from "../contract/messages.ts";
import { categoryWords } from "../contract/words.ts";
import type { Alternative, Finding, Site } from "../engine/model.ts";
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
  readonly postAnyway: AnywayView | undefined;
  /** Why it may not be posted anyway, where policy would let but for something that is not there. */
  readonly closed: string;
  /** Whom to ask. */
  readonly contact: string;
  readonly attest: boolean;
  readonly retry: boolean;
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
  postAnyway: undefined,
  closed: "",
  contact: "",
  attest: false,
  retry: false,
  announcement: "",
};

const problems = {
  "unknown-composer": "Not watching: ReplyGuard does not know this box.",
  "no-send-control": "Not watching: the send button of this box was not found.",
} as const;

function toFinding(text: string, finding: Finding, said: string): FindingView {
  return {
    category: categoryWords[finding.category],
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
  const ours = gate.held === "unchecked" ? "It was held until the check was done." : why;
  const own = gate.settings.messages?.[verdict.verdict === "block" ? "stopped" : "warned"];
  const detail = approved
    ? "You chose to post it anyway. Press send again; this is on record."
    : (own ?? ours);
  const anyway = approved ? undefined : anywayView(gate, checked);
  const closed = approved ? "" : closedWords(gate, permission);
  return {
    ...nothing,
    state: verdict.verdict === "block" ? "block" : "warn",
    mode: held || approved || expanded ? "card" : "note",
    title: held && !approved ? "Not sent." : approved ? "Ready to post anyway." : "Before you send",
    detail,
    findings: verdict.findings.map((finding) => toFinding(text, finding, detail)),
    alternatives: verdict.alternatives,
    postAnyway: anyway,
    closed,
    contact: closed ? "" : (gate.settings.contact ?? ""),
    attest: verdict.findings.some(({ category }) => category === "media"),
    announcement: anyway?.problem || (held && !approved ? `Not sent. ${own ?? why}` : approved ? detail : ""),
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
  return problem.kind === "failed" ? "It could not be put on record, so it stays held. Try again." : "";
}

function codeWords({ kind, wait }: NonNullable<GateState["codeProblem"]>): string {
  const minutes = Math.ceil(wait / 60_000);
  const later = minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
  if (kind === "wait") return `Too many codes did not fit. Try again ${later}.`;
  return wait > 0 ? `${codeProblems[kind]} Try again ${later}.` : codeProblems[kind];
}

const codeProblems = {
  wrong: "This code does not fit.",
  used: "This code has been used. The next one shows in half a minute.",
  changed: "The draft has changed since: it needs a new code.",
  failed: "The code could not be checked. Try again.",
} as const;

function closedWords({ settings }: GateState, { postAnyway, ...asked }: Checked["permission"]): string {
  if (postAnyway || !(asked.secondPerson || asked.reasonRequired)) return "";
  const what = asked.secondPerson ? "Nobody can agree to this" : "No reason can be given for this";
  return `${what}: ask ${settings.contact?.replace(/\.$/, "") ?? "your administrator"}.`;
}

/**
 * Whether that a send was held is on record. Until it is, nothing is said of the hold; when that takes too long (`late`), both are
 * said.
 */
export type OnRecord = "awaited" | "late" | "kept";

/** @param expanded the person has opened the note */
export function toView(before: GateState, expanded: boolean, onRecord: OnRecord = "kept"): View {
  const gate = onRecord === "awaited" && !before.orphaned ? { ...before, held: undefined } : before;
  const view = viewNow(gate, expanded);
  if (onRecord !== "late" || !gate.held || view.mode !== "card") return view;
  return { ...view, detail: `${view.detail} This is not on record yet.`.trim() };
}

function viewNow(gate: GateState, expanded: boolean): View {
  const { current } = gate;
  if (!current || (isEmpty(current.draft) && !current.problem)) return nothing;
  if (gate.orphaned) {
    const title = gate.held ? "Not sent: ReplyGuard was updated." : "Not checking: ReplyGuard was updated.";
    const detail = "Reload this page to go on; copy your text first.";
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
  const view = withSite(viewOf(gate, checked, current.draft.text, expanded), current.draft.site);
  if (!current.problem) return view;
  // What it stops here it stops as well as it can; that it may miss a send must be said all the same.
  const watch = problems[current.problem];
  return {
    ...view,
    state: view.state === "warn" || view.state === "block" ? view.state : "unchecked",
    mode: view.mode === "card" ? "card" : "note",
    title: view.mode === "hidden" || view.mode === "note" ? watch : view.title,
    detail: view.mode === "hidden" || view.mode === "note" ? view.detail : `${view.detail} ${watch}`,
  };
}

/** Where something is said at all, that it may miss a send is said as well. */
function withSite(view: View, site: Site): View {
  if (site !== "other" || view.mode !== "card") return view;
  const words = "This site is guarded as well as can be; ReplyGuard has not verified its boxes.";
  return { ...view, detail: `${view.detail} ${words}`.trim() };
}

function viewOf(gate: GateState, checked: Checked | undefined, text: string, expanded: boolean): View {
  if (gate.current && isEmpty(gate.current.draft)) return nothing;
  if (checked && checked.verdict.verdict !== "allow") return findings(gate, checked, text, expanded);
  if (checked) {
    if (!gate.held) return { ...nothing, state: "clear" };
    const title = "Checked. Press send again.";
    return { ...nothing, state: "clear", mode: "card", title, announcement: title };
  }
  if (gate.refused) {
    const title = gate.held ? "Not sent: this text could not be checked." : "Not checked yet.";
    const own = gate.settings.messages?.unchecked;
    return {
      ...nothing,
      state: "unchecked",
      mode: gate.held ? "card" : "note",
      title,
      // What the practice says first, and then the remedy.
      detail: [own ?? [], refusals[gate.refused]].flat().join(" "),
      contact: gate.settings.contact ?? "",
      retry: !noUse.has(gate.refused),
      announcement: gate.held ? title : "",
    };
  }
  if (!gate.held) return { ...nothing, state: "checking" };
  const title = "Not sent yet: still checking.";
  return {
    ...nothing,
    state: "checking",
    mode: "card",
    title,
    detail: "You can press send again in a moment.",
    announcement: title,
  };
}

/** To check again by hand is of no use: the text has to change, or a change of the list is told by the worker. */
const noUse: ReadonlySet<Code> = new Set(["too-long", "locked", "expired", "awaited", "unusable"]);

const refusals = {
  "bad-request": "ReplyGuard could not read this box. Reload the page.",
  "not-allowed": "ReplyGuard may not check on this page.",
  "not-ready": "The policy or the patient list has not loaded.",
  "too-long": "It is longer than ReplyGuard can check. Shorten it.",
  stale: "The text changed while it was being checked.",
  failed: "The check failed.",
  gone: "ReplyGuard's background did not answer.",
  locked: "The patient list is locked. Open ReplyGuard from the toolbar to unlock it.",
  expired: "The patient list has expired. Open ReplyGuard from the toolbar to see what to do.",
  awaited: "The practice's patient list has not arrived yet.",
  unusable: "The patient list cannot be read. Open ReplyGuard from the toolbar to see why.",
} as const;
