import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, CDPSession, Page, Worker } from "playwright";
import { chromium } from "playwright";
import { requireBrowser } from "../../../scripts/browsers.mjs";
import type { Driver, LaunchOptions, PageHandle } from "./driver.ts";
import type { ExtensionCopy } from "./extension-copy.ts";
import { copyExtension } from "./extension-copy.ts";
import { callInPage, locate, query } from "./in-page.ts";
import { startServer } from "./server.ts";

/** What a key event of an input method carries instead of its own code. */
const processKey = 229;

async function pageHandle(page: Page): Promise<PageHandle> {
  const cdp = await page.context().newCDPSession(page);
  const handle: PageHandle = {
    url: () => Promise.resolve(page.url()),
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    async evaluate(fn, ...args) {
      // As an expression, so that the page sees exactly this source; JSON keeps both browsers alike.
      return page.evaluate(callInPage(fn, `...${JSON.stringify(args)}`));
    },
    async inject(source) {
      await page.evaluate(`${source};undefined`);
    },
    async click(place, count = 1) {
      const { x, y } = await page.evaluate<{ x: number; y: number }>(
        callInPage(locate, JSON.stringify(place), query.toString()),
      );
      await page.mouse.click(x, y, { clickCount: count });
    },
    async type(text) {
      await page.keyboard.type(text);
    },
    async press(chord) {
      if (chord === "Control+Enter") await pressControlEnter(cdp);
      else await page.keyboard.press(chord);
    },
    async hold(key, times) {
      for (let i = 0; i < times; i += 1) await page.keyboard.down(key);
      await page.keyboard.up(key);
    },
    async paste(text) {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await page.keyboard.press("ControlOrMeta+KeyV");
    },
    async pastePicture(png) {
      await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const picture = new Blob([bytes], { type: "image/png" });
        await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      }, png);
      await page.keyboard.press("ControlOrMeta+KeyV");
    },
    async setFiles(place, files) {
      const found = await page.evaluateHandle<Element | null>(callInPage(query, JSON.stringify(place)));
      const element = found.asElement();
      if (!element) throw new Error(`nothing at ${place}`);
      await element.setInputFiles([...files]);
    },
    async compose(text) {
      await compose(cdp, text);
    },
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
    async prefer(scheme) {
      await page.emulateMedia({ colorScheme: scheme });
    },
    async resize(width, height) {
      await page.setViewportSize({ width, height });
    },
    async colorScheme(scheme) {
      await page.emulateMedia({ colorScheme: scheme });
    },
    async close() {
      await page.close();
    },
  };
  return handle;
}

/** With a modifier Playwright sends no character, but a real keyboard sends a line feed, and a keypress comes of it. */
async function pressControlEnter(cdp: CDPSession): Promise<void> {
  const control = { key: "Control", code: "ControlLeft", windowsVirtualKeyCode: 17 };
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, modifiers: 2 };
  await cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", modifiers: 2, ...control });
  await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", text: "\n", ...enter });
  await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", modifiers: 0, ...control });
}

async function compose(cdp: CDPSession, text: string): Promise<void> {
  const key = (type: "rawKeyDown" | "keyUp", name: string, code: string): Promise<unknown> =>
    cdp.send("Input.dispatchKeyEvent", { type, key: name, code, windowsVirtualKeyCode: processKey });
  await key("rawKeyDown", "Process", "KeyA");
  await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await key("keyUp", "a", "KeyA");
  await key("rawKeyDown", "Process", "Enter");
  await cdp.send("Input.insertText", { text });
  await key("keyUp", "Enter", "Enter");
}

async function findWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
}

/** Chromium with its own profile, driven over the DevTools protocol; every host is this machine. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Driver> {
  const executablePath = requireBrowser("chromium");
  const server = await startServer(options.site);
  const profile = await mkdtemp(join(tmpdir(), "replyguard-chromium-"));
  const copy: ExtensionCopy | undefined = options.extension
    ? await copyExtension(options.extension)
    : undefined;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !options.headed,
    ignoreDefaultArgs: ["--disable-extensions", ...(options.headed ? ["--enable-automation"] : [])],
    ...(options.headed
      ? { viewport: null, colorScheme: null, handleSIGINT: false }
      : { deviceScaleFactor: options.scale ?? 1 }),
    args: [
      // The sandbox refuses to run as root, which containers usually are.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(options.headed ? ["--test-type", "--window-size=1280,900"] : ["--disable-gpu"]),
      "--disable-quic",
      "--no-first-run",
      `--host-resolver-rules=MAP * 127.0.0.1:${server.port}`,
      "--ignore-certificate-errors",
      ...(copy ? [`--disable-extensions-except=${copy.folder}`, `--load-extension=${copy.folder}`] : []),
    ],
  });
  const ended = new Promise<void>((resolve) => context.once("close", () => resolve()));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  let id = copy ? new URL((await findWorker(context)).url()).host : undefined;

  const open = async (url: string): Promise<PageHandle> => {
    // A person has no use for the empty tab that the window opens with.
    const empty = options.headed ? context.pages().find((page) => page.url() === "about:blank") : undefined;
    const page = empty ?? (await context.newPage());
    await page.goto(url);
    return pageHandle(page);
  };

  return {
    name: "chromium",
    server,
    ended,
    open,
    async openExtensionPage(file) {
      if (id === undefined) throw new Error("the browser was started without the extension");
      return open(`chrome-extension://${id}/${file}`);
    },
    async killWorker() {
      const worker = context.serviceWorkers()[0];
      if (!worker) return;
      const gone = new Promise((resolve) => worker.once("close", resolve));
      const page = context.pages()[0];
      if (!page) throw new Error("no tab to stop the worker from");
      const cdp = await context.newCDPSession(page);
      await cdp.send("ServiceWorker.enable");
      await cdp.send("ServiceWorker.stopAllWorkers");
      await gone;
      await cdp.detach();
    },
    async updateExtension() {
      if (!copy) throw new Error("the browser was started without the extension");
      await copy.raiseVersion();
      const worker = await findWorker(context);
      const next = context.waitForEvent("serviceworker");
      // The call ends the world it was made in, so it never answers.
      await worker.evaluate("void setTimeout(() => chrome.runtime.reload())");
      id = new URL((await next).url()).host;
    },
    async close() {
      await context.close();
      await server.close();
      await copy?.remove();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
