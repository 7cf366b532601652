/** Editors that keep their own state put it on the page in a later task; this is how often we look, and how long. */
const looks = 20;
const lookMs = 15;

/**
 * Waits until `isThere` holds. Whatever changes below `root` is looked at before the next event: whoever sends at once, or writes
 * on, would else be quicker than the next look, and what had come would be taken for what never came.
 * @returns whether it came to hold within 300 ms
 */
export function readBack(isThere: () => boolean, root: Node): Promise<boolean> {
  return new Promise((resolve) => {
    let look = 0;
    const check = (): void => {
      const found = isThere();
      if (!found && look < looks) return;
      clearInterval(timer);
      observer.disconnect();
      resolve(found);
    };
    const timer = setInterval(() => {
      look += 1;
      check();
    }, lookMs);
    const observer = new MutationObserver(check);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    check();
  });
}
