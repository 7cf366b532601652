import type { PageFunction, PageHandle } from "./driver.ts";

/** Milliseconds: far above what any state needs on a slow machine, so that only a real failure reaches it. */
const patience = 15_000;

/**
 * Waits until the function, run in the page, gives something true, and returns it. The error names what was waited
 * for and the last value seen.
 */
export async function waitFor<T, A extends readonly unknown[]>(
  page: PageHandle,
  what: string,
  fn: PageFunction<A, T>,
  ...args: A
): Promise<Exclude<T, false | null | undefined>> {
  let last: T | Error | undefined;
  const found = await poll(async () => {
    try {
      const value = await page.evaluate(fn, ...args);
      last = value;
      if (value === undefined || value === null || value === false) return undefined;
      return { value: value as Exclude<T, false | null | undefined> };
    } catch (error) {
      // While a page navigates there is no world to evaluate in; the next round finds the new one.
      last = error instanceof Error ? error : new Error(String(error));
      return undefined;
    }
  });
  if (found) return found.value;
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`waited for ${what}; last seen: ${seen}`);
}

/**
 * Tries until it succeeds: a place may still be coming up, or lie for a frame under something that moves away. Rejects
 * with the last failure.
 */
export async function untilWorks<T>(attempt: () => Promise<T>): Promise<T> {
  let failure: unknown;
  const found = await poll(async () => {
    try {
      return { value: await attempt() };
    } catch (error) {
      failure = error;
      return undefined;
    }
  }, 3000);
  if (!found) throw failure;
  return found.value;
}

/** Asks again and again, at short intervals, until the answer is not undefined or patience ends. */
export async function poll<T>(
  ask: () => Promise<T | undefined>,
  forMs = patience,
  everyMs = 15,
): Promise<T | undefined> {
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return undefined;
}
