import type { Answer } from "../../../contract/messages.ts";
import { problemWords } from "../../../patient-list/problem-words.ts";
import { h } from "../../shared/h.ts";
import { statusLine } from "../section.ts";
import { idle, step } from "./flow.ts";
import type { Effect, Event, Said, State } from "./flow.ts";
import type { FromWorker, Taken } from "./jobs.ts";
import { drawPreview } from "./preview.ts";
import { drawReport } from "./report.ts";
import { drawSealed } from "./sealed-view.ts";
import type { InUse } from "./in-use.ts";
import { people } from "../../shared/words.ts";
import { startWorker } from "./worker-client.ts";
import type { ListWorker } from "./worker-client.ts";
import { drawWorking } from "./working-view.ts";
import type { WorkingView } from "./working-view.ts";
import { t } from "../../../platform/i18n.ts";
import { declaredWords } from "../../../platform/declared-words.ts";

export interface ImportParts {
  /** What is in use at this moment. */
  readonly inUse: () => InUse;
  /** Has the worker take a stored list into use; the files of lists that it refuses are taken away again. */
  readonly adopt: (taken: Taken) => Promise<Answer<unknown>>;
  /** Called when another list is in use. */
  readonly changed: () => Promise<void>;
}

export interface ImportForm {
  readonly element: HTMLElement;
  /** A file that was dropped somewhere in the section. */
  choose(file: File): void;
  /** What came of the last import is no news any more. */
  quiet(): void;
}

const accepted = ".csv,.tsv,.txt,.xlsx,.json,.ndjson,.vcf,.rgl,text/csv";

/** Draws the states of `flow.ts` and does what it asks for. */
export function drawImport({ inUse, adopt, changed }: ImportParts): ImportForm {
  let state: State = idle;
  let runs = 0;
  let worker: ListWorker | undefined;
  let working: WorkingView | undefined;
  const status = statusLine();
  const view = h("div", {});
  const input = h("input", { type: "file", id: "patients-file", class: "unseen", accept: accepted });
  const drop = h(
    "div",
    { class: "drop" },
    input,
    h("label", { for: "patients-file", class: "button plain" }, t("options_choose_a_file")),
    h("p", { class: "help" }, t("options_or_drop_it_here_csv_or")),
  );

  function send(event: Event): void {
    const before = state;
    const next = step(state, event, runs + 1);
    state = next.state;
    for (const effect of next.effects) perform(effect);
    if (state !== before) draw(before);
  }

  function perform(effect: Effect): void {
    switch (effect.do) {
      case "open":
        runs = effect.run;
        worker = startWorker((message) => hear(effect.run, message));
        worker.tell(effect);
        return;
      case "stop":
        worker?.stop();
        worker = undefined;
        return;
      case "adopt":
        void takeIntoUse(effect.run, effect.taken);
        return;
      default:
        worker?.tell(effect);
    }
  }

  function hear(run: number, message: FromWorker): void {
    switch (message.say) {
      case "opened":
        send({ type: "opened", run, preview: message.preview });
        return;
      case "sealed":
        send({ type: "sealed", run, file: message.file });
        return;
      case "progress":
        send({ type: "progress", run, progress: message.progress });
        return;
      case "built":
        send({ type: "built", run, report: message.report });
        return;
      case "unlocked":
        send({ type: "unlocked", run, people: message.people });
        return;
      case "wrong-secret": {
        const { what, remedy } = problemWords(message.problem);
        send({ type: "wrong-secret", run, problem: `${declaredWords(what)} ${declaredWords(remedy)}` });
        return;
      }
      case "stored":
        send({ type: "stored", run, taken: message.taken });
        return;
      case "failed":
        send({ type: "failed", run, problem: message.problem });
        return;
      default:
        // Answers to what is not asked here.
        return;
    }
  }

  async function takeIntoUse(run: number, taken: Taken): Promise<void> {
    const answer = await adopt(taken);
    if (answer.ok) {
      await changed();
      send({ type: "adopted", run });
    } else {
      const problem =
        answer.code === "stale"
          ? t("options_the_list_in_use_was_changed")
          : t("options_the_list_could_not_be_taken");
      send({ type: "failed", run, problem });
    }
  }

  function draw(before: State): void {
    if (state.at === "building" && before.at === "building") {
      working?.show(state.progress);
      return;
    }
    // Storing and adopting look the same: nothing is drawn anew, and the focus stays.
    if (state.at === "adopting") return;
    working = undefined;
    const drawn = drawState(state);
    drop.hidden = drawn !== undefined;
    view.replaceChildren(...(drawn ? [drawn] : []));
    status.say("");
    if (state.at === "idle") {
      if (state.said) say(state.said);
      input.focus();
    } else {
      drawn?.querySelector("h3")?.focus();
    }
  }

  function drawState(state: State): HTMLElement | undefined {
    const cancel = (): void => send({ type: "cancel" });
    switch (state.at) {
      case "idle":
        return undefined;
      case "opening":
        return work(t("options_looking_into_the_file"), cancel);
      case "preview": {
        const { open, standing } = inUse();
        return drawPreview({
          preview: state.preview,
          open,
          isReplaced: !open && (standing?.list ?? null) !== null,
          now: Date.now(),
          start: (plan) => send({ type: "start", plan }),
          cancel,
        });
      }
      case "building": {
        const element = work(t("options_reading_the_file"), cancel);
        working?.show(state.progress);
        return element;
      }
      case "report":
        return drawReport(state.report, () => send({ type: "take" }), cancel);
      case "sealed":
        return drawSealed(state.file, state.problem, (secret) => send({ type: "unlock", secret }), cancel);
      case "unlocking":
        return work(t("options_opening_the_sealed_list"), cancel);
      case "storing":
      case "adopting":
        return work(t("options_taking_the_list_into_use"), undefined);
    }
  }

  function work(title: string, cancel: (() => void) | undefined): HTMLElement {
    working = drawWorking(title, cancel, () => performance.now());
    return working.element;
  }

  function say(said: Said): void {
    switch (said.what) {
      case "canceled":
        status.say(t("options_canceled_nothing_has_changed_and_nothing"));
        return;
      case "failed":
        status.say(`${declaredWords(said.problem)} ${unchanged(inUse())}`, "bad");
        return;
      case "adopted":
        status.say(
          said.people === undefined ? t("options_in_use_list") : t("options_in_use", people(said.people)),
          "good",
        );
    }
  }

  function choose(file: File | undefined): void {
    // Emptied, so that the same file can be chosen again.
    input.value = "";
    if (file) send({ type: "choose", file });
  }
  input.addEventListener("change", () => choose(input.files?.[0]));
  return {
    element: h("div", { class: "import" }, drop, status.element, view),
    choose,
    quiet: () => status.say(""),
  };
}

function unchanged({ standing }: InUse): string {
  return standing?.list
    ? t("options_nothing_has_changed_the_list_in")
    : t("options_nothing_has_changed_no_list_is");
}
