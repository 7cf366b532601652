import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CDPSession, Page } from "playwright";
import { chromium } from "playwright";
import { chromeId } from "../../../manifest/manifest.ts";
import { requireBrowser } from "../../../scripts/browsers.mjs";
import { costsOf, processesOf } from "./chromium-costs.ts";
import { watchWorker } from "./chromium-worker.ts";
import { isWelcome, noWelcome, ownPorts } from "./driver.ts";
import type { Driver, LaunchOptions, PageHandle, Place } from "./driver.ts";
import type { ExtensionCopy } from "./extension-copy.ts";
import { copyExtension } from "./extension-copy.ts";
import { policiesFor } from "./managed-policy.ts";
import { heardInChromium } from "./heard-in-chromium.ts";
import { callInPage, locate, query } from "./in-page.ts";
import { startServer } from "./server.ts";
import { writeSetting } from "./stored-setting.ts";
import { poll, untilWorks } from "./wait.ts";

/** What a key event of an input method carries instead of its own code. */
const processKey = 229;

async function pageHandle(page: Page): Promise<PageHandle> {
  const cdp = await page.context().newCDPSession(page);
  const middleOf = (place: Place): Promise<{ x: number; y: number }> =>
    untilWorks(() => page.evaluate(callInPage(locate, JSON.stringify(place), query.toString())));
  return {
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
    inContentScript: (expression) => inContentScript(cdp, expression),
    costs: costsOf(cdp),
    heard: heardInChromium(cdp, (expression) => page.evaluate(expression)),
    async click(place, count = 1) {
      const { x, y } = await middleOf(place);
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
    async dropFiles(place, files) {
      const at = await middleOf(place);
      const data = { items: [], files: files.map((file) => resolve(file)), dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"] as const)
        await cdp.send("Input.dispatchDragEvent", { type, ...at, data });
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
    close: () => page.close(),
  };
}

/** The browser names each world of the page when it is asked to tell of them. */
async function inContentScript(cdp: CDPSession, expression: string): Promise<unknown> {
  const worlds = new Map<string, number>();
  cdp.on("Runtime.executionContextCreated", ({ context }) => worlds.set(context.origin, context.id));
  await cdp.send("Runtime.disable");
  await cdp.send("Runtime.enable");
  const contextId = worlds.get(`chrome-extension://${chromeId}`);
  if (contextId === undefined) throw new Error("there is no content script in the page");
  const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as unknown;
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

const withoutExtension = "the browser was started without the extension";

/**
 * A profile in developer mode: outside of it an unpacked extension that has been named on the command line is
 * switched off by its first reload. False: there is one already.
 */
async function makeProfile(profile: string): Promise<boolean> {
  if (existsSync(join(profile, "Default"))) return false;
  await mkdir(join(profile, "Default"));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  return true;
}

/** Playwright takes no address to start with, and names the empty one last; a second one is too many. */
async function startingAt(address: string, executable: string, folder: string): Promise<string> {
  const starter = join(folder, "start");
  await writeFile(
    starter,
    `#!/bin/sh
for given do
  shift
  if [ "$given" = "about:blank" ]; then given='${address}'; fi
  set -- "$@" "$given"
done
exec '${executable}' "$@"
`,
  );
  await chmod(starter, 0o755);
  return starter;
}

/** Chromium with its own profile, driven over the DevTools protocol; every host is this machine. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Driver> {
  const policies = await policiesFor("chromium", options.managed);
  const executable = policies?.folder.executable ?? requireBrowser("chromium");
  const server = await startServer(options.site, options.files, options.authority);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "replyguard-chromium-")));
  const isNew = await makeProfile(profile);
  const { startAt, forced } = options;
  const executablePath = startAt === undefined ? executable : await startingAt(startAt, executable, profile);
  const copy: ExtensionCopy | undefined = options.extension
    ? await copyExtension(options.extension)
    : undefined;
  const loaded = copy?.folder ?? options.other;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    // Where no locale is set, Chromium finds no file whose name has letters beyond ASCII.
    env: Object.assign({ LANG: "C.UTF-8" }, process.env),
    headless: !options.headed,
    ignoreDefaultArgs: [
      "--disable-extensions",
      // With it the browser fetches no extension that a policy names.
      ...(forced === undefined ? [] : ["--disable-background-networking"]),
      // It switches off what remembers passwords, and shows a bar.
      ...(options.headed || options.profile !== undefined ? ["--enable-automation"] : []),
    ],
    ...(options.headed
      ? { viewport: null, colorScheme: null, handleSIGINT: false }
      : { deviceScaleFactor: options.scale ?? 1 }),
    // Where there is a desktop, the browser takes its language from there.
    ...(options.language && { env: { ...process.env, LANGUAGE: options.language } }),
    args: [
      // The sandbox refuses to run as root, which containers usually are.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(options.headed ? ["--test-type", "--window-size=1280,900"] : ["--disable-gpu"]),
      "--disable-quic",
      ...(options.language ? [`--lang=${options.language}`] : []),
      "--no-first-run",
      `--host-resolver-rules=MAP *${ownPorts} 127.0.0.1,MAP * 127.0.0.1:${server.port}`,
      options.authority
        ? `--ignore-certificate-errors-spki-list=${options.authority.fingerprint}`
        : "--ignore-certificate-errors",
      ...(loaded ? [`--disable-extensions-except=${loaded}`, `--load-extension=${loaded}`] : []),
    ],
  });
  const ended = new Promise<void>((resolve) => context.once("close", () => resolve()));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const isExtended = copy !== undefined || forced !== undefined;
  if (isExtended && context.serviceWorkers().length === 0) await context.waitForEvent("serviceworker");
  const worker = isExtended ? await watchWorker(context) : undefined;

  const untilWelcome = async (): Promise<Page> => {
    const page = await poll(async () => context.pages().find((one) => isWelcome(one.url())));
    if (!page) throw new Error(noWelcome);
    return page;
  };
  // An extension that a policy installs opens nothing.
  if (copy !== undefined && isNew && !options.welcome) await (await untilWelcome()).close();

  const open = async (url: string): Promise<PageHandle> => {
    // A person has no use for the empty tab that the window opens with.
    const empty = options.headed ? context.pages().find((page) => page.url() === "about:blank") : undefined;
    const page = empty ?? (await context.newPage());
    await page.goto(url);
    return pageHandle(page);
  };

  const openExtensionPage = async (file: string): Promise<PageHandle> => {
    if (!isExtended) throw new Error(withoutExtension);
    return open(`chrome-extension://${forced ?? chromeId}/${file}`);
  };

  const clear = async (): Promise<void> => {
    await server.close();
    await copy?.remove();
    await policies?.clear();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
  };

  if (worker && isNew && !policies) {
    // What a run without a managed policy leaves: at its very first, ReplyGuard waits thirty seconds for one.
    const page = await openExtensionPage("popup.html");
    await writeSetting(page, "managed-policy", {});
    await worker.stop();
    await page.close();
  }

  return {
    name: "chromium",
    server,
    processes: () => processesOf(context),
    ended,
    open,
    openExtensionPage,
    async firstPage() {
      const page = await poll(async () => context.pages().find((one) => one.url() === startAt));
      if (!page) throw new Error("the browser has not opened the address that it was started with");
      return pageHandle(page);
    },
    welcomePage: async () => pageHandle(await untilWelcome()),
    async setManaged(values) {
      if (!policies) throw new Error("the browser was started without a managed policy");
      await policies.folder.set(values);
    },
    async killWorker() {
      await worker?.stop();
    },
    async updateExtension() {
      if (!copy || !worker) throw new Error(withoutExtension);
      await copy.raiseVersion();
      const page = await openExtensionPage("popup.html");
      // The reload closes the page that asks for it, so the call must have been answered before.
      await worker.untilReplaced(() => page.inject("setTimeout(() => chrome.runtime.reload())"));
    },
    async close() {
      await context.close();
      await clear();
    },
    async kill() {
      const processes = await processesOf(context);
      const main = processes.find(({ type }) => type === "browser");
      if (!main) throw new Error("the browser does not tell its process");
      process.kill(main.id, "SIGKILL");
      await ended;
      await clear();
    },
  };
}
