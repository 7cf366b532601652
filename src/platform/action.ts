import { browser } from "./browser.ts";

/** What the toolbar icon says about a tab. */
export type Badge = "watching" | "warning" | "stopped" | "not-watching";

interface Look {
  readonly text: string;
  readonly background: string;
}

/** Each state has its own sign and its own icon: color only repeats them. */
const looks: Readonly<Record<Badge, Look>> = {
  watching: { text: "✓", background: "#1d6f5c" },
  warning: { text: "!", background: "#8a5a00" },
  stopped: { text: "✕", background: "#b3261e" },
  "not-watching": { text: "?", background: "#4a5160" },
};

/** `title` is the whole state in words. A tab that has been closed meanwhile is no error. */
export async function showBadge(tabId: number, badge: Badge, title: string): Promise<void> {
  const { text, background } = looks[badge];
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: background }),
      browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      browser.action.setTitle({ tabId, title: `ReplyGuard: ${title}` }),
      browser.action.setIcon({
        tabId,
        path: { 16: `/icons/${badge}-16.png`, 32: `/icons/${badge}-32.png` },
      }),
    ]);
  } catch {
    // The tab is gone, and its icon with it.
  }
}
