/**
 * A person, a site and a worker around the gate, driven by random commands. The model keeps its own books of what the
 * worker really said and what the person really approved, and compares each pass with them.
 */
import { initialState, isEmpty, keyOf, strictest } from "../../../src/content/gate-state.ts";
import type { GateEvent, GateState, Observed, Step } from "../../../src/content/gate-state.ts";
import type { Attachment } from "../../../src/engine/model.ts";
import { judge, settingsOf } from "./gate-worker.ts";

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

/** The worker is asked what policy says; `answered`: it has said it, and the page has not heard it yet. */
interface Waking {
  readonly request: number;
  answered: { readonly version: string; readonly change: number } | undefined;
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
  wakings: Waking[] = [];
  /** How often the policy has changed, and after which of these changes is what the page knows. */
  change = 0;
  known = 0;
  isUnknown = false;
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
      ...(this.isUnknown && { problem: "unknown-composer" as const }),
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
    if (result.state.knowledge !== this.state.knowledge) {
      this.approved = undefined;
      this.refusedKey = undefined;
    }
    this.state = result.state;
    this.compareSettings();
    for (const effect of result.effects) {
      if (effect.type === "check") {
        const observed: Observed = { composer: this.composer, draft: effect.draft };
        this.pending.push({ request: effect.request, observed });
      } else if (effect.type === "ask") {
        const observed: Observed = { composer: this.composer, draft: effect.draft };
        const { request, id, code } = effect;
        this.asked.push({ request, id, code, observed, knowledge: this.state.knowledge });
      } else if (effect.type === "wake") this.wakings.push({ request: effect.request, answered: undefined });
    }
    return result;
  }

  /** What holds is what the policy of the version in force says, or the strictest. */
  private compareSettings(): void {
    const now = JSON.stringify(this.state.settings);
    if (now !== JSON.stringify(strictest) && now !== JSON.stringify(settingsOf(this.state.knowledge)))
      this.faults.push(`settings of another version: ${now} under ${this.state.knowledge}`);
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
    const { monitoring, unchecked } = settingsOf(this.state.knowledge);
    const couldLetGo = monitoring || (unchecked === "let-go-and-record" && this.refusedKey === key);
    const before = this.state;
    const { decision, effects } = this.tell({ type: "send", observed: this.seen(), repeat });
    if (decision === undefined) this.faults.push("a send without a decision");
    const { siteOn, surfacesOff } = this.state.settings;
    const isOff = (!siteOn || (surfacesOff.includes("comment") && !this.isUnknown)) && !this.orphaned;
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
    if (isAwaited) this.known = this.change;
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
    if (version !== this.knowledge) this.change += 1;
    this.knowledge = version;
    if (!isSignalled) return;
    this.known = this.change;
    this.tell({ type: "knowledge", knowledge: version });
  }

  private wakingAt(which: number): Waking | undefined {
    return this.wakings[which % Math.max(1, this.wakings.length)];
  }

  /** The worker says what policy says now. */
  answerWake(which: number): void {
    const waking = this.wakingAt(which);
    if (waking) waking.answered ??= { version: this.knowledge, change: this.change };
  }

  /** The page hears it, perhaps long after, and in another order. */
  hearWake(which: number): void {
    this.answerWake(which);
    const waking = this.wakingAt(which);
    if (waking?.answered === undefined) return;
    this.wakings = this.wakings.filter((one) => one !== waking);
    const { request, answered } = waking;
    const before = this.state.knowledge;
    const knowledge = answered.version;
    this.tell({ type: "settings", request, knowledge, ...settingsOf(knowledge) });
    if (this.state.knowledge === before) return;
    if (answered.change < this.known) this.faults.push("went back to an older policy");
    this.known = answered.change;
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

  pressTick(): void {
    const { current } = this.state;
    const isGiven = this.attestedFiles === undefined;
    const all = JSON.stringify(current?.draft.attachments?.map(({ name }) => name) ?? []);
    if (!this.orphaned && all !== "[]") this.attestedFiles = isGiven ? current?.composer + all : undefined;
    this.tell({ type: "attest", isGiven });
    const now = this.state.current && keyOf(this.state.current);
    if (this.approved !== now) this.approved = undefined;
  }

  /** Given time, a text that the worker allows must go out: the guard eats nothing. */
  settle(): void {
    // Nobody tells the page of the last change: it has to hear of it by asking.
    if (this.state.knowledge !== this.knowledge) {
      const isGuarded = this.state.settings.siteOn && this.state.settings.surfacesOff.length === 0;
      if (isGuarded) this.edit(`${this.text}zq`, true);
      else this.tell({ type: "wake" });
    }
    this.look();
    this.tell({ type: "retry" });
    for (let turn = 0; turn < 60; turn += 1) {
      this.hearWake(0);
      this.answer(0);
    }
    if (this.orphaned) return;
    if (this.state.knowledge !== this.knowledge) this.faults.push("the page never heard of the policy");
    else if (JSON.stringify(this.state.settings) !== JSON.stringify(settingsOf(this.knowledge)))
      this.faults.push("what policy says never arrived");
    if (this.text.trim() === "") return;
    const { siteOn, surfacesOff } = this.state.settings;
    if (!siteOn || surfacesOff.length > 0) return;
    const key = keyOf(this.seen(true));
    const isAllowed = judge(this.seen(true), this.knowledge).verdict.verdict === "allow";
    if (isAllowed && !this.allowed.has(`${key} under ${this.state.knowledge}`))
      this.faults.push("never checked");
    const before = this.text;
    this.send(false);
    if (isAllowed && before === this.text) this.faults.push("an allowed text was eaten");
  }
}
