import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { firefoxId } from "../../../manifest/manifest.ts";
import type { Bidi } from "./bidi.ts";
import { connectBidi } from "./bidi.ts";
import { isWelcome, noWelcome } from "./driver.ts";
import type { Driver, LaunchOptions, PageHandle } from "./driver.ts";
import { copyExtension } from "./extension-copy.ts";
import { dropInFirefox } from "./drop-in-firefox.ts";
import type { KeyAction } from "./firefox-keys.ts";
import { chordActions, holdActions, typeActions } from "./firefox-keys.ts";
import { pageHost, startFirefox } from "./firefox-process.ts";
import { heardInFirefox } from "./heard-in-firefox.ts";
import { callInPage, locate, query } from "./in-page.ts";
import { startServer } from "./server.ts";
import { poll, untilWorks } from "./wait.ts";

/** `widget/headless/HeadlessClipboard.cpp` keeps plain text and HTML only. */
export const noPictures = "the clipboard of a headless Firefox holds text only";

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: { readonly type: string; readonly value?: unknown; readonly sharedId?: string };
  readonly exceptionDetails?: { readonly text: string };
}

async function run(bidi: Bidi, context: string, expression: string): Promise<Evaluated["result"]> {
  const answer = await bidi.send<Evaluated>("script.evaluate", {
    expression,
    target: { context },
    awaitPromise: true,
  });
  if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text ?? "exception in the page");
  return answer.result;
}

/** A value by way of JSON, which keeps both browsers alike. */
async function runJson<T>(bidi: Bidi, context: string, expression: string): Promise<T> {
  const result = await run(bidi, context, `(async () => JSON.stringify({ value: await (${expression}) }))()`);
  const { value }: { value: T } = JSON.parse(String(result?.value));
  return value;
}

/** Runs in the browser's own scope, where only what has no place in a page is done. */
async function runInBrowser<T>(bidi: Bidi, expression: string): Promise<T> {
  const tree = await bidi.send<{ contexts: readonly { context: string }[] }>("browsingContext.getTree", {
    "moz:scope": "chrome",
    maxDepth: 0,
  });
  const window = tree.contexts[0];
  if (!window) throw new Error("no browser window");
  return runJson<T>(bidi, window.context, expression);
}

function pageHandle(bidi: Bidi, context: string): PageHandle {
  const keys = (actions: readonly KeyAction[]): Promise<unknown> =>
    bidi.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
  return {
    async url() {
      return runJson<string>(bidi, context, "location.href");
    },
    async goto(url) {
      await bidi.send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async reload() {
      await bidi.send("browsingContext.reload", { context, wait: "complete" });
    },
    async evaluate(fn, ...args) {
      return runJson(bidi, context, callInPage(fn, `...${JSON.stringify(args)}`));
    },
    async inject(source) {
      await run(bidi, context, `${source};undefined`);
    },
    heard: heardInFirefox((expression) => runInBrowser(bidi, expression)),
    async click(place, count = 1) {
      const where = callInPage(locate, JSON.stringify(place), query.toString());
      const { x, y } = await untilWorks(() => runJson<{ x: number; y: number }>(bidi, context, where));
      const press = [
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      await bidi.send("input.performActions", {
        context,
        actions: [
          {
            type: "pointer",
            id: "mouse",
            parameters: { pointerType: "mouse" },
            actions: [
              { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
              ...Array.from({ length: count }, () => press).flat(),
            ],
          },
        ],
      });
    },
    async type(text) {
      await keys(typeActions(text));
    },
    async press(chord) {
      await keys(chordActions(chord));
      // Behind a page's last stop come those of the window, and keys that are sent to the page do not lead out of them again.
      if (/(?:^|\+)Tab$/.test(chord)) await runInBrowser(bidi, backIntoPage);
    },
    async hold(key, times) {
      await keys(holdActions(key, times));
    },
    async paste(text) {
      await runInBrowser(
        bidi,
        `Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(${JSON.stringify(text)})`,
      );
      await keys(chordActions("ControlOrMeta+KeyV"));
    },
    async pastePicture() {
      throw new Error(noPictures);
    },
    async setFiles(place, files) {
      const found = await run(bidi, context, callInPage(query, JSON.stringify(place)));
      if (found?.sharedId === undefined) throw new Error(`nothing at ${place}`);
      await bidi.send("input.setFiles", {
        context,
        element: { sharedId: found.sharedId },
        files: files.map((file) => resolve(file)),
      });
    },
    async dropFiles(place, files) {
      const read = files.map(async (file) => ({
        name: basename(file),
        type: /\.jpe?g$/.test(file) ? "image/jpeg" : "",
        base64: await readFile(file, "base64"),
      }));
      const fault = await runInBrowser<string>(bidi, dropInFirefox(place, await Promise.all(read)));
      if (fault !== "") throw new Error(fault);
    },
    async compose(text) {
      await runInBrowser(bidi, composition(text));
    },
    async screenshot(file) {
      const shot = await bidi.send<{ data: string }>("browsingContext.captureScreenshot", { context });
      await writeFile(file, Buffer.from(shot.data, "base64"));
    },
    async prefer(scheme) {
      const value = scheme === "dark" ? 0 : 1;
      await runInBrowser(
        bidi,
        `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${value})`,
      );
    },
    async resize(width, height) {
      await bidi.send("browsingContext.setViewport", { context, viewport: { width, height } });
    },
    async close() {
      await bidi.send("browsingContext.close", { context });
    },
  };
}

/**
 * WebDriver has no input methods. The browser's own text input processor does what a real one does; it works on the
 * focus of the browser window, which is the tab in front.
 */
function composition(text: string): string {
  return `(() => {
    const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    if (!processor.beginInputTransactionForTests(window)) throw new Error("no input transaction");
    const key = (name, code) =>
      new KeyboardEvent("", { key: name, code, keyCode: name === "Enter" ? KeyboardEvent.DOM_VK_RETURN : 0 });
    const text = ${JSON.stringify(text)};
    processor.startComposition(key("a", "KeyA"));
    processor.setPendingCompositionString(text);
    processor.appendClauseToPendingComposition(text.length, processor.ATTR_RAW_CLAUSE);
    processor.setCaretInPendingComposition(text.length);
    processor.flushPendingComposition();
    processor.commitComposition(key("Enter", "Enter"));
    return true;
  })()`;
}

const backIntoPage = `(() => {
  if (document.activeElement?.localName !== "browser") gBrowser.selectedBrowser.focus();
  return true;
})()`;

async function findTab(
  bidi: Bidi,
  isWanted: (address: string) => boolean,
): Promise<{ readonly context: string } | undefined> {
  const { contexts } = await bidi.send<{ contexts: readonly { context: string; url: string }[] }>(
    "browsingContext.getTree",
    { maxDepth: 0 },
  );
  return contexts.find(({ url }) => isWanted(url));
}

/** Firefox with its own profile, driven over WebDriver BiDi; every https host is this machine. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Driver> {
  const server = await startServer(options.site, options.files, options.authority);
  const isNew = options.profile === undefined || !existsSync(join(options.profile, "prefs.js"));
  const firefox = await startFirefox(server.port, options);
  const bidi = await connectBidi(firefox.address);
  await bidi.send("session.new", {
    capabilities: { alwaysMatch: { acceptInsecureCerts: options.authority === undefined } },
  });
  const copy = options.extension ? await copyExtension(options.extension) : undefined;
  const install = (path: string): Promise<unknown> =>
    bidi.send("webExtension.install", { extensionData: { type: "path", path } });
  if (copy) await install(copy.folder);
  if (options.other !== undefined) await install(options.other);
  const untilWelcome = async (): Promise<PageHandle> => {
    const tab = await poll(() => findTab(bidi, isWelcome));
    if (!tab) throw new Error(noWelcome);
    return pageHandle(bidi, tab.context);
  };
  // An extension that a policy installs opens nothing.
  if (copy && isNew && !options.welcome) await (await untilWelcome()).close();

  const open = async (url: string): Promise<PageHandle> => {
    // A person has no use for the empty tab that the window opens with.
    const empty = options.headed ? await findTab(bidi, (address) => address === "about:blank") : undefined;
    const { context } =
      empty ?? (await bidi.send<{ context: string }>("browsingContext.create", { type: "tab" }));
    const handle = pageHandle(bidi, context);
    await handle.goto(url);
    return handle;
  };

  const clear = async (): Promise<void> => {
    await server.close();
    await copy?.remove();
  };

  return {
    name: "firefox",
    server,
    ended: firefox.ended,
    open,
    async firstPage() {
      const tab = await poll(() =>
        findTab(bidi, (address) => address === (options.startAt ?? "about:blank")),
      );
      if (!tab) throw new Error("the browser has not opened the address that it was started with");
      return pageHandle(bidi, tab.context);
    },
    welcomePage: untilWelcome,
    inBrowser: (expression) => runInBrowser(bidi, expression),
    openExtensionPage: (file) => open(`moz-extension://${pageHost}/${file}`),
    setManaged: firefox.setManaged,
    async killWorker() {
      await runInBrowser(
        bidi,
        `(async () => {
          const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
          const extension = ExtensionParent.GlobalManager.extensionMap.get(${JSON.stringify(firefoxId)});
          await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
          return true;
        })()`,
      );
    },
    async updateExtension() {
      if (!copy) throw new Error("the browser was started without the extension");
      await copy.raiseVersion();
      await install(copy.folder);
    },
    async close() {
      const isKept = options.profile !== undefined;
      if (isKept) await bidi.send("browser.close", {});
      bidi.close();
      await firefox.stop(isKept ? "none" : "SIGTERM");
      await clear();
    },
    async kill() {
      await firefox.stop("SIGKILL");
      bidi.close();
      await clear();
    },
  };
}
