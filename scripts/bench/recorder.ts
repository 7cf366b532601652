/** Functions that run in the page's own world. Each is self-contained, because only its source text gets there. */

/** One character or Enter that was pressed. Times are milliseconds of the page's clock. */
export interface Stroke {
  readonly key: string;
  /** Of the key event: when the browser took the key in. Of a held Enter, which the page never hears: of the card. */
  readonly at: number;
  /** From the key event to the page's own first listener, which comes after ours. */
  readonly heard: number;
  /** From the key event until every listener and every follow-up of them has run; undefined: not yet. */
  done: number | undefined;
  /** From the key event until the browser has painted the next frame; undefined: not yet. */
  painted: number | undefined;
  /** From the key event to the verdict on a text with this character in it; undefined: not yet. */
  verdict: number | undefined;
  /** What the card's state was at that time; `cached` where the verdict was known before. */
  state: string;
}

declare global {
  interface Window {
    strokes: Stroke[];
  }
}

/** Starts to record. The card must be in the document, unless the extension is not there at all. */
export function recordStrokes(hasGuard: boolean): void {
  const strokes: Stroke[] = [];
  window.strokes = strokes;
  /** Strokes without a verdict, and whether the card has been seen checking since the text changed. */
  const open = new Map<Stroke, "before" | "changed" | "checking">();
  const region = document
    .querySelector("reply-guard")
    ?.shadowRoot?.querySelector<HTMLElement>("[data-state]");
  if (hasGuard && !region) throw new Error("no card in the document");
  const stateNow = (): string => region?.dataset["state"] ?? "none";

  const whenIdle = new MessageChannel();
  let undone: Stroke[] = [];
  whenIdle.port1.addEventListener("message", () => {
    const now = performance.now();
    for (const stroke of undone) stroke.done = now - stroke.at;
    undone = [];
  });
  whenIdle.port1.start();

  const whenPainted = new MessageChannel();
  const unpainted: Stroke[] = [];
  whenPainted.port1.addEventListener("message", () => {
    const now = performance.now();
    for (const stroke of unpainted.splice(0)) stroke.painted = now - stroke.at;
  });
  whenPainted.port1.start();

  const onKey = (event: KeyboardEvent): void => {
    if (event.key.length > 1 && event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) return;
    for (const [stroke, step] of open) {
      if (step !== "changed") continue;
      stroke.state = "cached";
      open.delete(stroke);
    }
    const { key, timeStamp: at } = event;
    const stroke: Stroke = {
      key,
      at,
      heard: performance.now() - at,
      done: undefined,
      painted: undefined,
      verdict: undefined,
      state: "",
    };
    strokes.push(stroke);
    // The first task after a frame's callbacks comes when the frame is painted.
    requestAnimationFrame(() => {
      unpainted.push(stroke);
      whenPainted.port2.postMessage(undefined);
    });
    if (key !== "Enter") open.set(stroke, "before");
  };
  const onChange = (): void => {
    const last = strokes.at(-1);
    if (!last) return;
    if (open.get(last) === "before") open.set(last, stateNow() === "checking" ? "checking" : "changed");
    undone.push(last);
    whenIdle.port2.postMessage(undefined);
  };
  addEventListener("keydown", onKey, true);
  // Lexical and Draft.js cancel it and change the text themselves, so that no `input` event comes.
  addEventListener("beforeinput", onChange, true);
  if (!region) return;
  let mode = region.dataset["mode"];
  new MutationObserver(() => {
    const state = stateNow();
    const now = performance.now();
    const opened = mode !== "card" && region.dataset["mode"] === "card";
    mode = region.dataset["mode"];
    if (opened)
      strokes.push({
        key: "Enter",
        at: now,
        heard: 0,
        done: undefined,
        painted: undefined,
        verdict: undefined,
        state: "held",
      });
    for (const [stroke, step] of open) {
      if (step === "before") continue;
      if (state === "checking") open.set(stroke, "checking");
      else if (step === "checking") {
        stroke.verdict = now - stroke.at;
        stroke.state = state;
        open.delete(stroke);
      }
    }
  }).observe(region, { attributes: true, attributeFilter: ["data-state", "data-mode"] });
}

/** What has been recorded since the last call. */
export function takeStrokes(): Stroke[] {
  return window.strokes.splice(0);
}

/** The verdict on the last stroke is there. */
export function isJudged(): boolean {
  const last = window.strokes.at(-1);
  return last !== undefined && last.state !== "";
}

/** The guard's card is in the document, and has judged what is in the box. */
export function isAtWork(): boolean {
  const region = document
    .querySelector("reply-guard")
    ?.shadowRoot?.querySelector<HTMLElement>("[data-state]");
  return ["clear", "warn", "block"].includes(region?.dataset["state"] ?? "");
}
