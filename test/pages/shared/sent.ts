/**
 * What a page has sent. Tests look at this record and at nothing else to know whether a draft went out: it is
 * written by the page's own handlers, at the point where the real site would start its request.
 */
export interface Sent {
  readonly text: string;
  /** The gesture by which the page's own code was made to send. */
  readonly via: "enter" | "button" | "submit";
  /** Names of the files that went along; left out where the page takes none. */
  readonly files?: readonly string[];
}

declare global {
  interface Window {
    sent: Sent[];
    /** Set once the page's editor takes input. */
    ready: boolean;
  }
}

/** Frames record into the window of the tab, so that there is one place to look at. */
const home = window.top ?? window;
home.sent ??= [];

export function record(entry: Sent): void {
  home.sent.push(entry);
  const document = home.document;
  let list = document.querySelector("ol#sent");
  if (!list) {
    list = document.createElement("ol");
    list.id = "sent";
    list.setAttribute("aria-label", "Sent");
    document.body.append(list);
  }
  const item = document.createElement("li");
  item.textContent = `${entry.via}: ${entry.text}`;
  list.append(item);
}

export function ready(): void {
  home.ready = true;
}
