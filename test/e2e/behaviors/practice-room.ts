/** What one does in the practice room, and sees there. */
import { readCard } from "../harness/card.ts";
import type { CardSeen } from "../harness/card.ts";
import type { PageHandle } from "../harness/driver.ts";
import { poll, waitFor } from "../harness/wait.ts";

export const risky = "Thanks for coming in for your Botox, Dana!";
export const safe = "Thank you for the kind words. We will share them with the whole team.";

export async function cardOn(
  page: PageHandle,
  what: string,
  test: (card: CardSeen) => boolean,
): Promise<CardSeen> {
  let last: CardSeen | undefined;
  const found = await poll(async () => {
    last = await page.evaluate(readCard, "");
    return test(last) ? last : undefined;
  });
  if (!found) throw new Error(`waited for ${what}; the card was ${JSON.stringify(last)}`);
  return found;
}
export const untilHeld = (page: PageHandle): Promise<CardSeen> =>
  cardOn(page, "a held draft", ({ visible, text }) => visible && text.includes("Not sent"));
export const untilState = (page: PageHandle, state: string): Promise<CardSeen> =>
  cardOn(page, `the verdict ${state}`, (card) => card.state === state);

export const part = (page: PageHandle, name: string): Promise<unknown> =>
  page
    .click(`#parts a[href="#${name}"]`)
    .then(() =>
      waitFor(
        page,
        name,
        (name) =>
          document.querySelector(`#parts a[href="#${name}"]`)?.getAttribute("aria-current") === "page",
        name,
      ),
    );
