import { browser } from "./browser.ts";

/** What the toolbar icon says about a tab. */
export type Badge =
  | "watching"
  | "warning"
  | "stopped"
  | "not-watching"
  | "list-closed"
  | "record-full"
  | "recording";

interface Look {
  readonly text: string;
  readonly background: string;
  readonly icon: string;
}

/** Each state has its own sign: icon and color only repeat it. */
const looks: Readonly<Record<Badge, Look>> = {
  watching: { text: "✓", background: "#1d6f5c", icon: "watching" },
  warning: { text: "!", background: "#8a5a00", icon: "warning" },
  stopped: { text: "✕", background: "#b3261e", icon: "stopped" },
  "not-watching": { text: "?", background: "#4a5160", icon: "not-watching" },
  recording: { text: "●", background: "#4a5160", icon: "not-watching" },
  "record-full": { text: "R!", background: "#8a5a00", icon: "warning" },
  "list-closed": { text: "🔒", background: "#8a5a00", icon: "warning" },
};

/** `title` is the whole state in words. A tab that has been closed meanwhile is no error. */
export async function showBadge(tabId: number, badge: Badge, title: string): Promise<void> {
  const { text, background, icon } = looks[badge];
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: background }),
      browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      browser.action.setTitle({ tabId, title: `ReplyGuard: ${title}` }),
      browser.action.setIcon({
        tabId,
        path: { 16: `/icons/${icon}-16.png`, 32: `/icons/${icon}-32.png` },
      }),
    ]);
  } catch {
    // The tab is gone, and its icon with it.
  }
}
