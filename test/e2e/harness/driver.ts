import type { Authority } from "./certificate.ts";
import type { Costs } from "./chromium-costs.ts";
import type { FileServer } from "./file-server.ts";
import type { Heard } from "./heard.ts";
import type { ManagedValues, PolicyFolder } from "./managed-policy.ts";

/**
 * One interface for both browsers. Keys, clicks, pastes and compositions are trusted events that the browser itself
 * makes; `evaluate` runs in the page's own world and is for looking, and for being a hostile page.
 *
 * A `Place` is one or more CSS selectors joined by ` >>> `: after each but the last comes the way inward, into the
 * open shadow root or the same-origin frame of the element found.
 */
export type Place = string;

/** Functions are sent to the page as source text: they see their arguments and the page, nothing of the test. */
export type PageFunction<A extends readonly unknown[], T> = (...args: A) => T | Promise<T>;

export interface PageHandle {
  readonly url: () => Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Arguments and result are JSON. */
  evaluate<T, A extends readonly unknown[]>(fn: PageFunction<A, T>, ...args: A): Promise<T>;
  /** Runs a script's source in the page's world. */
  inject(source: string): Promise<void>;
  /**
   * Runs an expression where the extension's content script runs, with what the browser gives it there. Chromium only:
   * Firefox shows that world to no protocol.
   */
  readonly inContentScript?: (expression: string) => Promise<unknown>;
  /** What the page costs the browser. Chromium only. */
  readonly costs?: Costs;
  /** The page as it reaches somebody who hears it. In Firefox: the tab in front. */
  readonly heard: Heard;
  /** A click in the middle of the element, after bringing it into view. `count` 2 is a double click. */
  click(place: Place, count?: 1 | 2): Promise<void>;
  /** Character by character, each with its key events. */
  type(text: string): Promise<void>;
  /** A key or a chord: "Enter", "Shift+Enter", "Control+Enter". Names are those of `KeyboardEvent.key`. */
  press(chord: string): Promise<void>;
  /** The key goes down `times` times and up once: what a keyboard does while a key is held. */
  hold(key: string, times: number): Promise<void>;
  /** Puts text on the clipboard and pastes it by keyboard into what has focus. */
  paste(text: string): Promise<void>;
  /** The same with a picture: a PNG in base64. */
  pastePicture(png: string): Promise<void>;
  setFiles(place: Place, files: readonly string[]): Promise<void>;
  /** Drags files from a folder and lets them go over an element of a page that takes them. */
  dropFiles(place: Place, files: readonly string[]): Promise<void>;
  /** An input method writes `text`, and the person accepts it with Enter. */
  compose(text: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** What a person has chosen as the color scheme of their system, as the page's media query sees it. */
  prefer(scheme: "light" | "dark"): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

export interface Driver {
  readonly name: "chromium" | "firefox";
  readonly server: { readonly posts: readonly string[] };
  /** A new tab at this address, in front, once it has loaded. */
  open(url: string): Promise<PageHandle>;
  /** The tab that the browser was started with, at `startAt`, as far as it has come. */
  firstPage(): Promise<PageHandle>;
  /** The page that opens at the first run, where the browser was launched with `welcome`. */
  welcomePage(): Promise<PageHandle>;
  /** Runs an expression in the browser's own scope, beside all pages; the result is JSON. Firefox only. */
  readonly inBrowser?: <T>(expression: string) => Promise<T>;
  /** The browser's processes, by their system's numbers. Chromium only. */
  readonly processes?: () => Promise<readonly { readonly id: number; readonly type: string }[]>;
  /** One of the extension's own pages, by file name, in a tab of its own. */
  openExtensionPage(file: string): Promise<PageHandle>;
  /** Hands out another managed policy. Firefox reads it at its next start only. */
  setManaged(values: ManagedValues): Promise<void>;
  /** Ends the worker or event page, as the browser does when it has been idle; resolves when it is gone. */
  killWorker(): Promise<void>;
  /** Puts the next version of the extension in place while tabs are open; resolves when it runs. */
  updateExtension(): Promise<void>;
  /** Resolves when the browser has ended, also by a person's hand. */
  readonly ended: Promise<void>;
  /** Ends the browser as a person does: it has time to put on disk what it keeps. */
  close(): Promise<void>;
  /** Ends it as a failing computer does: nothing more is written. */
  kill(): Promise<void>;
}

/** Hosts that end so are this machine at the port that their address names; all others are the server of the pages. */
export const ownPorts = ".collector.example";

export const isWelcome = (address: string): boolean => address.endsWith("/welcome.html");
export const noWelcome = "the page of the first run has not opened";

/** Pages to be served at the addresses they pretend to have. */
export interface Site {
  /** Folder of the built pages and their assets. */
  readonly folder: string;
  /** Host names that the certificate is made for and whose posts are noted. */
  readonly hosts: readonly string[];
  /** The file, in the folder, that answers at this address. */
  find(url: URL): string | undefined;
}

export interface LaunchOptions {
  /** Folder of the built extension; left out: the browser runs without. */
  readonly extension?: string | undefined;
  /** Folder of another extension, which is not ours: of it nothing is known and nothing expected. */
  readonly other?: string | undefined;
  /** In place of `extension`: the managed policy installs it. Its id in Chromium; Firefox always knows the same. */
  readonly forced?: string | undefined;
  /** Address that the browser opens at its very start, before anything can be asked of it. */
  readonly startAt?: string | undefined;
  /** Left out: the composer pages of the tests. */
  readonly site?: Site | undefined;
  /** Leaves the page open that comes at the first run; left out: it is closed before anything else. */
  readonly welcome?: boolean | undefined;
  /** A window for a person to work in, with the person's own color scheme. */
  readonly headed?: boolean | undefined;
  /** Of the browser itself; left out: English. Firefox has the packs of other languages only where somebody has installed them. */
  readonly language?: "es" | undefined;
  /** Pixels of a screenshot for each CSS pixel; 1 when left out. */
  readonly scale?: number | undefined;
  /**
   * Folder of the browser's profile, new or of an earlier run; it stays. What browsers forget or leave out for the sake
   * of a test is then kept as with a person. Left out: a new one that is removed at the end.
   */
  readonly profile?: string | undefined;
  /** What the admin's policy says to the extension, or the whole folder, which stays. */
  readonly managed?: ManagedValues | PolicyFolder | undefined;
  /** Files at addresses that are no page of the site. */
  readonly files?: FileServer | undefined;
  /**
   * What vouches for the pages. Certificates are then checked as with a person; left out, any is taken. Firefox knows it only
   * from a policy folder that has it.
   */
  readonly authority?: Authority | undefined;
}
