import { join } from "node:path";
import type { CardSeen } from "../../test/e2e/harness/card.ts";
import { readCard } from "../../test/e2e/harness/card.ts";
import type { PageHandle, Place } from "../../test/e2e/harness/driver.ts";
import { poll, waitFor } from "../../test/e2e/harness/wait.ts";
import type { Transcript } from "./transcript.ts";
import { quoted } from "./transcript.ts";

/** A person at one page. Each act is written down with what came of it, and fails when it comes to nothing. */
export interface Player {
  readonly page: PageHandle;
  /** Clicks into the box, types, and waits for the verdict on exactly this text. */
  write(box: Place, text: string): Promise<CardSeen>;
  /** A key, or a click on a place. */
  send(how: { readonly press: string } | { readonly click: Place }): Promise<void>;
  /** The send before this was stopped: nothing went out, and the card says so. */
  held(): Promise<CardSeen>;
  /** The send before this waits, because nobody could say whether the draft is safe; the card says why. */
  unchecked(): Promise<void>;
  /** The draft that waited is checked now, and nothing is wrong with it. */
  cleared(): Promise<void>;
  /** Takes the first alternative; resolves when it is in the box and checked. */
  useReply(card: CardSeen, box: Place): Promise<string>;
  /** The page has sent exactly this, and its thread shows it. */
  posted(text: string): Promise<void>;
  shoot(name: string, what: string): Promise<void>;
}

/** Runs in the page: the text in a box of either kind. */
function readBox(selector: string): string | undefined {
  const box = document.querySelector(selector);
  if (box instanceof HTMLTextAreaElement) return box.value;
  if (!(box instanceof HTMLElement)) return undefined;
  return [...box.querySelectorAll("p")].map((line) => line.innerText.replace(/\n$/, "")).join("\n");
}

const countSent = (): number => window.sent.length;

export async function openPlayer(page: PageHandle, transcript: Transcript): Promise<Player> {
  await waitFor(page, "the editor", () => window.ready);
  let sentBefore = await page.evaluate(countSent);

  const sentNothing = async (): Promise<void> => {
    const sent = await page.evaluate(countSent);
    if (sent !== sentBefore) throw new Error("the page has sent what should have been stopped");
    transcript.line("The page sent nothing.");
  };

  const until = async (what: string, test: (card: CardSeen) => boolean): Promise<CardSeen> => {
    let last: CardSeen | undefined;
    const found = await poll(async () => {
      last = await page.evaluate(readCard, "");
      return test(last) ? last : undefined;
    });
    if (!found) throw new Error(`waited for ${what}; the card was ${JSON.stringify(last)}`);
    return found;
  };

  return {
    page,
    async write(box, text) {
      await page.click(box);
      await page.type(text);
      transcript.line(`Wrote ${quoted(text)}`);
      return until("a verdict", ({ state }) => ["clear", "warn", "block", "unchecked"].includes(state));
    },
    async send(how) {
      sentBefore = await page.evaluate(countSent);
      if ("press" in how) await page.press(how.press);
      else await page.click(how.click);
      transcript.line("press" in how ? `Pressed ${how.press}.` : "Clicked the send button.");
    },
    async held() {
      const card = await until(
        "the card of a held send",
        ({ state, visible, text }) =>
          visible && ["warn", "block"].includes(state) && text.startsWith("Not sent"),
      );
      await sentNothing();
      transcript.card(card);
      return card;
    },
    async unchecked() {
      const card = await until(
        "the card of a draft that could not be checked",
        ({ state, visible }) => visible && state === "unchecked",
      );
      await sentNothing();
      transcript.card(card);
    },
    async cleared() {
      await until("the check of the draft that waited", ({ state }) => state === "clear");
      transcript.line("The draft was checked, and nothing is wrong with it.");
    },
    async useReply(card, box) {
      const [text] = card.alternatives;
      if (text === undefined) throw new Error("the card offers no reply");
      await page.click("reply-guard >>> [data-action=use]");
      transcript.line("Clicked “Use this reply”.");
      const found = await poll(async () => ((await page.evaluate(readBox, box)) === text ? true : undefined));
      if (!found)
        throw new Error(`the box holds ${quoted((await page.evaluate(readBox, box)) ?? "nothing")}`);
      await until("the check of the reply", ({ state }) => state === "clear");
      return text;
    },
    async posted(text) {
      await waitFor(page, "a send", (before: number) => window.sent.length > before, sentBefore);
      const sent = (await page.evaluate(() => window.sent.at(-1)?.text)) ?? "";
      transcript.line(`The page sent ${quoted(sent)}`);
      if (sent !== text) throw new Error("the page has sent something else than was written");
      await waitFor(
        page,
        "the text in the thread",
        (said: string) => document.body.innerText.includes(said),
        text,
      );
      const card = await until("the card to go", ({ visible }) => !visible);
      if (card.hosts > 1) throw new Error("more than one card is in the page");
    },
    async shoot(name, what) {
      await page.screenshot(join(transcript.folder, `${name}.png`));
      transcript.picture(`${name}.png`, what);
    },
  };
}
