/**
 * The import, as a pure function of state and event. Whatever happens, in whatever order: a list is taken into use only
 * after the person has said so about exactly that list, and everything else leaves the one in use alone.
 *
 * ```
 *          choose            opened            start            built             take             stored
 *  idle ───────────▶ opening ──────▶ preview ──────▶ building ──────▶ report ──────────▶ storing ───────▶ adopting
 *   ▲                   │ sealed       │                │                │                  ▲                │
 *   │                   └───────▶ sealed ── unlock ──▶ unlocking ───────────── unlocked ────┘                │
 *   │                                ▲                  │ wrong secret                                      │
 *   │                                └──────────────────┘                                                   │
 *   └──── cancel (any state up to `report`), failed (any state), adopted, refused ───────────────────────────┘
 * ```
 *
 * `Open it and take it into use` under a sealed file is the person's word for that file, so `unlocked` asks no further.
 * While a list is being stored and adopted there is nothing to cancel: it takes a tenth of a second and is one step.
 */
import type { BuildPlan, Preview, Progress, Report, SealedFile, Secret, Taken } from "./jobs.ts";

export type State =
  | { readonly at: "idle"; readonly said: Said | undefined }
  | { readonly at: "opening"; readonly run: number }
  | { readonly at: "preview"; readonly run: number; readonly preview: Preview }
  | { readonly at: "building"; readonly run: number; readonly progress: Progress }
  | { readonly at: "report"; readonly run: number; readonly report: Report }
  | {
      readonly at: "sealed";
      readonly run: number;
      readonly file: SealedFile;
      readonly problem: string | undefined;
    }
  | { readonly at: "unlocking"; readonly run: number; readonly file: SealedFile }
  | { readonly at: "storing"; readonly run: number; readonly people: number | undefined }
  | { readonly at: "adopting"; readonly run: number; readonly people: number | undefined };

/** What came of the last import. `failed` quotes nothing of a file. */
export type Said =
  | { readonly what: "canceled" }
  | { readonly what: "failed"; readonly problem: string }
  | { readonly what: "adopted"; readonly people: number | undefined };

/** `run` numbers the chosen files: what a worker says that has been stopped since must not count. */
export type Event =
  | { readonly type: "choose"; readonly file: File }
  | { readonly type: "opened"; readonly run: number; readonly preview: Preview }
  | { readonly type: "sealed"; readonly run: number; readonly file: SealedFile }
  | { readonly type: "start"; readonly plan: BuildPlan }
  | { readonly type: "progress"; readonly run: number; readonly progress: Progress }
  | { readonly type: "built"; readonly run: number; readonly report: Report }
  | { readonly type: "unlock"; readonly secret: Secret }
  | { readonly type: "unlocked"; readonly run: number; readonly people: number }
  | { readonly type: "wrong-secret"; readonly run: number; readonly problem: string }
  | { readonly type: "take" }
  | { readonly type: "stored"; readonly run: number; readonly taken: Taken }
  | { readonly type: "adopted"; readonly run: number }
  | { readonly type: "failed"; readonly run: number; readonly problem: string }
  | { readonly type: "cancel" };

export type Effect =
  /** A fresh worker for this run. */
  | { readonly do: "open"; readonly run: number; readonly file: File }
  | { readonly do: "build"; readonly plan: BuildPlan }
  | { readonly do: "unlock"; readonly secret: Secret }
  | { readonly do: "store" }
  | { readonly do: "adopt"; readonly run: number; readonly taken: Taken }
  /** The worker ends at once, with all that it holds. */
  | { readonly do: "stop" };

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const idle: State = { at: "idle", said: undefined };

/** Total: an event that means nothing in a state changes nothing. */
export function step(state: State, event: Event, nextRun: number): Step {
  if ("run" in event && !(state.at !== "idle" && state.run === event.run)) return stay(state);
  switch (event.type) {
    case "choose":
      return choose(state, event.file, nextRun);
    case "cancel":
      return isCancelable(state) ? end({ what: "canceled" }) : stay(state);
    case "failed":
      return end({ what: "failed", problem: event.problem });
    case "opened":
      return state.at === "opening"
        ? to({ at: "preview", run: state.run, preview: event.preview })
        : stay(state);
    case "sealed":
      return state.at === "opening"
        ? to({ at: "sealed", run: state.run, file: event.file, problem: undefined })
        : stay(state);
    case "start":
      return state.at === "preview"
        ? to(
            { at: "building", run: state.run, progress: { stage: "reading", fraction: 0 } },
            { do: "build", plan: event.plan },
          )
        : stay(state);
    case "progress":
      return state.at === "building" ? to({ ...state, progress: event.progress }) : stay(state);
    case "built":
      return state.at === "building"
        ? to({ at: "report", run: state.run, report: event.report })
        : stay(state);
    case "unlock":
      return state.at === "sealed"
        ? to({ at: "unlocking", run: state.run, file: state.file }, { do: "unlock", secret: event.secret })
        : stay(state);
    case "wrong-secret":
      return state.at === "unlocking"
        ? to({ at: "sealed", run: state.run, file: state.file, problem: event.problem })
        : stay(state);
    case "unlocked":
      return state.at === "unlocking" ? store(state.run, event.people) : stay(state);
    case "take":
      return state.at === "report" && state.report.people > 0
        ? store(state.run, state.report.people)
        : stay(state);
    case "stored":
      return state.at === "storing"
        ? to({ ...state, at: "adopting" }, { do: "adopt", run: state.run, taken: event.taken })
        : stay(state);
    case "adopted":
      return state.at === "adopting" ? end({ what: "adopted", people: state.people }) : stay(state);
  }
}

/** Before the person has given their word for a list: all of it can be dropped without a trace. */
export function isCancelable({ at }: State): boolean {
  return at !== "idle" && at !== "storing" && at !== "adopting";
}

/** Another file in the middle of an import is a cancel of the first; while a list is being taken it has to wait. */
function choose(state: State, file: File, run: number): Step {
  if (state.at === "storing" || state.at === "adopting") return stay(state);
  const stop: Effect[] = state.at === "idle" ? [] : [{ do: "stop" }];
  return to({ at: "opening", run }, ...stop, { do: "open", run, file });
}

function store(run: number, people: number | undefined): Step {
  return to({ at: "storing", run, people }, { do: "store" });
}

function end(said: Said): Step {
  return to({ at: "idle", said }, { do: "stop" });
}

function to(state: State, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

function stay(state: State): Step {
  return { state, effects: [] };
}
