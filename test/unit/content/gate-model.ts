/**
 * A person, a site and a worker around the gate, driven by random commands. The model keeps its own books of what the
 * worker really said and what the person really approved, and compares each pass with them.
 */
import type { Checked } from "../../../src/contract/messages.ts";
import { initialState, isEmpty, keyOf, strictest } from "../../../src/content/gate-state.ts";
import type { GateEvent, GateState, Observed, Step } from "../../../src/content/gate-state.ts";
import type { Attachment } from "../../../src/engine/model.ts";

export type StepFunction = (state: GateState, event: GateEvent) => Step;

interface Pending {
  readonly request: number;
  readonly observed: Observed;
}

/** The worker has been asked to put on record that a person goes on, with a colleague's code or without. */
interface Asked extends Pending {
  readonly id: string;
  readonly code: string | undefined;
  readonly knowledge: string | undefined;
}

/** Judged by the text alone, so that every kind is met often. */
function judge(observed: Observed, knowledge: string): Checked {
  const { text, attachments } = observed.draft;
  const letters = [...text, ...knowledge].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const isMedia = (attachments ?? []).some(({ attested }) => !attested);
  const verdict = isMedia ? "block" : (["allow", "allow", "warn", "block"] as const)[letters % 4];
  return {
    knowledge,
    verdict: { verdict: verdict ?? "block", findings: [], alternatives: [] },
    permission: {
      postAnyway: verdict === "warn",
      reasonRequired: text.length % 2 === 0,
      reasons: ["asked by phone"],
      freeText: text.length % 3 !== 0,
      secondPerson: text.length % 5 < 2,
    },
    note: verdict === "allow" && letters % 8 < 4,
  };
}

export class World {
  state: GateState = initialState;
  text = "";
  files: Attachment[] = [];
  composer = "facebook/comment/a";
  thread = "one";
  /** What the worker would answer under now. */
  knowledge = "k0";
  pending: Pending[] = [];
  history: string[] = [];
  /** Every answer that reached the gate, as `key under version`. */
  allowed = new Set<string>();
  approvable = new Map<string, boolean>();
  approved: string | undefined;
  attestedFiles: string | undefined;
  orphaned = false;
  siteOn = true;
  letGo = false;
  surfaceOff = false;
  monitoring = false;
  asked: Asked[] = [];
  /** What is on record as posted anyway, by its id: the draft, and whether a code was taken for it. */
  agreed = new Map<string, { key: string; hasCode: boolean }>();
  noted = new Set<string>();
  private ids = 0;
  refusedKey: string | undefined;
  faults: string[] = [];

  private readonly step: StepFunction;

  constructor(step: StepFunction) {
    this.step = step;
  }

  /** What the page shows, with the person's attestation as the model knows it. */
  seen(marked = false): Observed {
    const attested =
      this.attestedFiles === this.composer + JSON.stringify(this.files.map(({ name }) => name));
    return {
      composer: this.composer,
      draft: {
        text: this.text,
        site: "facebook",
        surface: "comment",
        thread: { author: "Pat", text: this.thread },
        ...(this.files.length > 0
          ? { attachments: this.files.map((file) => (marked && attested ? { ...file, attested } : file)) }
          : {}),
      },
    };
  }

  tell(event: GateEvent): Step {
    const result = this.step(this.state, event);
    this.state = result.state;
    for (const effect of result.effects) {
      if (effect.type === "check") {
        const observed: Observed = { composer: this.composer, draft: effect.draft };
        this.pending.push({ request: effect.request, observed });
      } else if (effect.type === "ask") {
        const observed: Observed = { composer: this.composer, draft: effect.draft };
        const { request, id, code } = effect;
        this.asked.push({ request, id, code, observed, knowledge: this.state.knowledge });
      }
    }
    return result;
  }

  edit(text: string, isSeen: boolean): void {
    this.history.push(this.text);
    this.text = text;
    if (isSeen) this.look();
  }

  look(): void {
    const key = keyOf(this.seen(true));
    if (this.approved !== key) this.approved = undefined;
    if (this.refusedKey !== key) this.refusedKey = undefined;
    this.forgetAttestation();
    this.tell({ type: "observe", observed: this.seen() });
  }

  private forgetAttestation(): void {
    const files = this.composer + JSON.stringify(this.files.map(({ name }) => name));
    if (this.attestedFiles !== files) this.attestedFiles = undefined;
  }

  send(repeat: boolean): void {
    this.forgetAttestation();
    const observed = this.seen(true);
    const key = keyOf(observed);
    const wasApproved = this.approved === key;
    if (!wasApproved) this.approved = undefined;
    const couldLetGo = this.monitoring || (this.letGo && this.refusedKey === key);
    const before = this.state;
    const { decision, effects } = this.tell({ type: "send", observed: this.seen(), repeat });
    if (decision === undefined) this.faults.push("a send without a decision");
    const isOff = (!this.siteOn || this.surfaceOff) && !this.orphaned;
    if (isOff && decision === "hold") this.faults.push("held where it is switched off");
    if (decision !== "pass" || isEmpty(observed.draft)) return;
    if (isOff) {
      if (effects.length > 0) this.faults.push("recorded where it is switched off");
      return;
    }
    if (this.orphaned) this.faults.push("an orphan let a send pass");
    const under = `${key} under ${this.state.knowledge}`;
    const isAllowed = this.allowed.has(under);
    if (!isAllowed && !wasApproved && !couldLetGo) this.faults.push(`passed without leave: ${key}`);
    const records = effects.filter((effect) => effect.type === "record");
    const isSame = before.current !== undefined && keyOf(before.current) === key;
    if (!(isSame && before.recorded)) {
      if ((!isAllowed || this.noted.has(under)) && records.length === 0)
        this.faults.push(`left no trace: ${key}`);
      if (isAllowed && !this.noted.has(under) && records.length > 0)
        this.faults.push(`recorded nothing: ${key}`);
    }
    if (!isAllowed && wasApproved && !couldLetGo) {
      const onRecord = [...this.agreed.values()].filter((one) => one.key === key);
      const needsCode = this.state.verdicts.get(key)?.permission.secondPerson === true;
      if (onRecord.length === 0) this.faults.push(`posted anyway and not on record: ${key}`);
      if (needsCode && !onRecord.some(({ hasCode }) => hasCode))
        this.faults.push(`posted without a colleague's code: ${key}`);
    }
    // The site sends and empties the box.
    this.text = "";
    this.files = [];
  }

  answer(which: number): void {
    const request = this.pending.splice(which % Math.max(1, this.pending.length), 1)[0];
    if (!request) return;
    const { knowledge, observed } = { knowledge: this.knowledge, observed: request.observed };
    const checked = judge(observed, knowledge);
    const key = keyOf(observed);
    const isAwaited = this.state.inFlight.has(request.request);
    this.tell({ type: "answer", request: request.request, checked });
    if (isAwaited && checked.verdict.verdict === "allow") this.allowed.add(`${key} under ${knowledge}`);
    if (isAwaited && checked.note) this.noted.add(`${key} under ${knowledge}`);
    if (isAwaited) this.approvable.set(`${key} under ${knowledge}`, checked.permission.postAnyway);
    if (isAwaited && this.state.knowledge !== knowledge) this.faults.push("an answer left no trace");
  }

  /** A killed worker: what was asked is refused, or asked again by the messenger and refused later. */
  die(): void {
    const lost = this.pending.splice(0);
    for (const { request, observed } of lost) {
      const now = this.state.current && keyOf(this.state.current);
      if (this.state.inFlight.has(request) && now === keyOf(observed)) this.refusedKey = now;
      this.tell({ type: "refused", request, code: "gone" });
    }
  }

  changePolicy(version: string, isSignalled: boolean): void {
    this.knowledge = version;
    if (!isSignalled) return;
    if (this.state.knowledge !== version) {
      this.approved = undefined;
      this.refusedKey = undefined;
      this.siteOn = true;
      this.letGo = false;
      this.surfaceOff = false;
      this.monitoring = false;
    }
    this.tell({ type: "knowledge", knowledge: version });
  }

  settings(siteOn: boolean, letGo: boolean, surfaceOff = false, monitoring = false): void {
    this.siteOn = siteOn;
    this.letGo = letGo;
    this.surfaceOff = surfaceOff;
    this.monitoring = monitoring;
    this.tell({
      type: "settings",
      ...strictest,
      knowledge: this.knowledge,
      siteOn,
      unchecked: letGo ? "let-go-and-record" : "hold",
      surfacesOff: surfaceOff ? ["comment"] : [],
      monitoring,
    });
  }

  approve(reason: string | undefined, code: string | undefined): void {
    const { current } = this.state;
    const before = this.asked.length;
    this.tell({ type: "approve", id: `id-${(this.ids += 1)}`, reason, code });
    if (this.asked.length === before) return;
    const key = current && keyOf(current);
    const permission = key === undefined ? undefined : this.state.verdicts.get(key)?.permission;
    const given = reason?.trim() ?? "";
    const isFit =
      given === ""
        ? !permission?.reasonRequired
        : permission?.freeText || permission?.reasons.includes(given);
    if (this.orphaned || !key || !this.approvable.get(`${key} under ${this.state.knowledge}`) || !isFit)
      this.faults.push("asked for what policy does not let");
  }

  /** The worker has put it on record, or says that a code does not fit, late or not. */
  answerCode(which: number, isRight: boolean): void {
    const asked = this.asked.splice(which % Math.max(1, this.asked.length), 1)[0];
    if (!asked) return;
    const key = keyOf(asked.observed);
    if (isRight) this.agreed.set(asked.id, { key, hasCode: asked.code !== undefined });
    const isAwaited = this.state.asking?.request === asked.request;
    this.tell({ type: "code", request: asked.request, problem: isRight ? null : "wrong", wait: 0 });
    if (!isRight || !isAwaited || this.orphaned) return;
    const now = this.state.current && keyOf(this.state.current);
    if (now === key && this.state.knowledge === asked.knowledge) this.approved = key;
  }

  attest(): void {
    const files = this.state.current?.draft.attachments;
    if (!this.orphaned && files?.length) {
      this.attestedFiles = this.state.current?.composer + JSON.stringify(files.map(({ name }) => name));
    }
    this.tell({ type: "attest", reference: undefined });
    const now = this.state.current && keyOf(this.state.current);
    if (this.approved !== now) this.approved = undefined;
  }

  /** Given time, a text that the worker allows must go out: the guard eats nothing. */
  settle(): void {
    this.changePolicy(this.knowledge, true);
    this.settings(true, false);
    this.look();
    this.tell({ type: "retry" });
    for (let turn = 0; turn < 20; turn += 1) this.answer(0);
    if (this.orphaned || this.text.trim() === "") return;
    const key = keyOf(this.seen(true));
    const isAllowed = judge(this.seen(true), this.knowledge).verdict.verdict === "allow";
    if (isAllowed && !this.allowed.has(`${key} under ${this.state.knowledge}`))
      this.faults.push("never checked");
    const before = this.text;
    this.send(false);
    if (isAllowed && before === this.text) this.faults.push("an allowed text was eaten");
  }
}
