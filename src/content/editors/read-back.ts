/** Editors that keep their own state put it on the page in a later task; this is how often we look, and how long. */
const looks = 20;
const lookMs = 15;

/** Waits until `isThere` holds. @returns whether it came to hold within 300 ms */
export async function readBack(isThere: () => boolean): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    if (isThere()) return true;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  return isThere();
}
