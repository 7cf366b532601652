/** Keys of a person who writes, goes back, corrects, undoes and does again, and what stands in the box after each of them. */
import type { PageHandle, Place } from "../harness/driver.ts";
import { waitFor } from "../harness/wait.ts";
import { flagged } from "./drafts.ts";
import type { Pile } from "./sending.ts";

declare global {
  interface Window {
    /** Moves the page's clock on: editors put together in one undo what comes soon after each other. */
    later: () => void;
    /** The selection is the one that the page was last told of. */
    knowsSelection: () => boolean;
  }
}

/** What a person has before them. */
export interface Standing {
  readonly step: string;
  readonly text: string;
  /** Elements, the names of their attributes, and texts, in order. */
  readonly shape: string;
  /** Of the selection, in UTF-16 units of the text. */
  readonly anchor: number;
  readonly focus: number;
  readonly inBox: boolean;
  readonly scrolled: number;
}

type Step = { readonly type: string } | { readonly press: string; readonly times: number };

const press = (key: string, times = 1): Step => ({ press: key, times });
const undo = press("Control+KeyZ");
const redo = press("Control+Shift+KeyZ");

export const steps: readonly Step[] = [
  { type: "Thank you for the" },
  { type: " kind wrods" },
  press("ArrowLeft", 3),
  press("Backspace"),
  { type: "or" },
  press("ArrowRight"),
  press("Delete"),
  press("End"),
  { type: "s!" },
  press("Shift+ArrowLeft", 2),
  { type: "s. Bye" },
  undo,
  undo,
  undo,
  redo,
  redo,
  press("Control+ArrowLeft", 2),
  press("Home"),
  { type: "Hi. " },
  press("End"),
  // From here on the card is there, and words are underlined.
  { type: ` ${flagged}` },
  press("ArrowLeft", 6),
  press("Backspace", 2),
  { type: ", dear" },
  undo,
  undo,
  undo,
  redo,
  press("Control+KeyA"),
  { type: "Thanks" },
  undo,
  redo,
];

/** Runs in the page: its clock stands still until `later` is called, and it is kept of which selection the page was told. */
function holdClock(place: Place): void {
  let now = Date.now();
  const home = window.findPlace(place)?.ownerDocument.defaultView ?? window;
  for (const one of new Set([window, home])) one.Date.now = () => now;
  const selected = (): readonly unknown[] => {
    const root = window.findPlace(place)?.getRootNode();
    const asks = (node: Node | undefined): node is Document => node !== undefined && "getSelection" in node;
    const selection = (asks(root) ? root : home.document).getSelection();
    const focused = home.document.activeElement as HTMLTextAreaElement | null;
    const within = [focused?.selectionStart, focused?.selectionEnd];
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
    return [anchorNode, anchorOffset, focusNode, focusOffset, ...within];
  };
  let told = selected();
  home.document.addEventListener("selectionchange", () => (told = selected()), true);
  window.knowsSelection = () => selected().every((part, at) => part === told[at]);
  window.later = () => {
    now += 5000;
  };
}

/** Runs in the page, once it has drawn what the last key has changed. */
async function look(place: Place): Promise<Omit<Standing, "step">> {
  for (let frames = 0; frames < 2; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  const box = window.findPlace(place);
  if (!box) throw new Error(`nothing at ${place}`);
  const scrolled = Math.round(scrollY);
  const isRoot = (node: Node): node is Document | ShadowRoot => "activeElement" in node;
  const root = box.getRootNode();
  const inBox = isRoot(root) && box.contains(root.activeElement);
  if (box.tagName === "TEXTAREA") {
    const { value, selectionStart, selectionEnd, selectionDirection } = box as HTMLTextAreaElement;
    const [anchor, focus] =
      selectionDirection === "backward" ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd];
    return {
      text: value,
      shape: [...box.attributes].map(({ name }) => name).join(" "),
      anchor,
      focus,
      inBox,
      scrolled,
    };
  }
  const shapeOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return JSON.stringify(node.textContent);
    if (!("attributes" in node)) return "";
    const element = node as Element;
    const names = [...element.attributes].map(({ name }) => name).toSorted();
    return `<${[element.localName, ...names].join(" ")}>${[...node.childNodes].map(shapeOf).join("")}</>`;
  };
  // Chromium says what is selected in a shadow root when the root is asked, Firefox when the document is.
  const asks = (node: Node): node is Document => "getSelection" in node;
  const selection = asks(root) ? root.getSelection() : box.ownerDocument.getSelection();
  const offset = (node: Node | null, at: number): number => {
    if (!node || !box.contains(node)) return -1;
    const range = box.ownerDocument.createRange();
    range.setStart(box, 0);
    range.setEnd(node, at);
    return range.toString().length;
  };
  return {
    text: box.textContent ?? "",
    shape: shapeOf(box),
    anchor: offset(selection?.anchorNode ?? null, selection?.anchorOffset ?? 0),
    focus: offset(selection?.focusNode ?? null, selection?.focusOffset ?? 0),
    inBox,
    scrolled,
  };
}

const nameOf = (step: Step): string =>
  "type" in step ? `type "${step.type}"` : `${step.press} × ${step.times}`;

/** Runs in the page. Of what is selected inside a shadow root a page is not told in every browser: that many frames are enough. */
async function untilTold(): Promise<void> {
  for (let frames = 0, known = 0; frames < 12 && known < 2; frames += 1) {
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    known = window.knowsSelection() ? known + 1 : 0;
  }
}

/**
 * One key after the other, each when the page was told of the selection that the last one left: what Lexical takes back in one undo
 * hangs on whether it is told of it before the next key, with us and without.
 */
async function doStep(page: PageHandle, step: Step): Promise<void> {
  const keys = "type" in step ? [...step.type] : Array.from({ length: step.times }, () => step.press);
  for (const key of keys) {
    await ("type" in step ? page.type(key) : page.press(key));
    await page.evaluate(untilTold);
  }
}

/** Does all steps in the box, which must be empty and in focus, and waits for the verdict after each of them. */
export async function writeAndLook({ scene }: Pile, hasGuard: boolean): Promise<Standing[]> {
  const { page, script } = scene;
  await page.evaluate(holdClock, script.box);
  const seen: Standing[] = [];
  for (const [at, step] of steps.entries()) {
    await page.evaluate(() => window.later());
    await doStep(page, step);
    // So that whatever comes of a verdict has come before anybody looks.
    if (hasGuard) await scene.until("an answer", ({ state }) => !["none", "checking"].includes(state));
    seen.push({ step: `${at}: ${nameOf(step)}`, ...(await page.evaluate(look, script.box)) });
  }
  await waitFor(page, "the page", () => window.ready);
  return seen;
}
