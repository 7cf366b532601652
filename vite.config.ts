import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { crx } from "@crxjs/vite-plugin";
import { build, parseSync, Visitor } from "vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { managedSchema, managedSchemaFile } from "./manifest/managed-schema.ts";
import { manifest } from "./manifest/manifest.ts";
import type { Target } from "./manifest/manifest.ts";
import { en } from "./src/locales/en.ts";
import { es } from "./src/locales/es.ts";

/**
 * Moves `src/pages/NAME/NAME.html` to `NAME.html`, where the documented addresses are, and corrects the manifest.
 * The bundler names a page after its place in the sources; the sources keep their layout.
 */
function pagesAtTop(outDir: string): Plugin {
  let failed = false;
  return {
    name: "replyguard:pages-at-top",
    enforce: "post",
    buildEnd(error) {
      failed = error !== undefined;
    },
    async closeBundle() {
      // Called after a failed build too: the error of the build must be the one that is seen.
      if (failed) return;
      const pages = join(outDir, "src/pages");
      const manifestFile = join(outDir, "manifest.json");
      let text = await readFile(manifestFile, "utf8");
      for (const name of await readdir(pages)) {
        await rename(join(pages, name, `${name}.html`), join(outDir, `${name}.html`));
        text = text.replaceAll(`src/pages/${name}/${name}.html`, `${name}.html`);
      }
      await writeFile(manifestFile, text);
      await rm(pages, { recursive: true });
      await mkdir(join(outDir, "src"), { recursive: true });
    },
  };
}

/**
 * All of a script stands in one function, and one step further in for it: that step is taken back, but for what is text. The others
 * are blanks, two at most, of which a packed script takes fewer bytes than of tabs.
 */
function withNarrowSteps(fileName: string, code: string): string {
  const texts: { start: number; end: number }[] = [];
  new Visitor({ TemplateElement: (text) => void texts.push(text) }).visit(parseSync(fileName, code).program);
  return code.replaceAll(/^\t+/gm, (steps, at: number) =>
    texts.some(({ start, end }) => start <= at && at < end)
      ? steps
      : " ".repeat(Math.min(steps.length - 1, 2)),
  );
}

/**
 * Takes the notes out of the content script, which every page of a watched site reads before its own first script runs. The
 * marks of its modules stay, and lead a reviewer to them in the sources.
 */
function contentWithoutNotes(): Plugin {
  return {
    name: "replyguard:content-without-notes",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== "asset" || !part.fileName.endsWith(".iife.js")) continue;
        const code = String(part.source);
        const notes = parseSync(part.fileName, code).comments.filter(({ type }) => type === "Block");
        let at = 0;
        let rest = "";
        for (const { start, end } of notes) {
          rest += code.slice(at, start).trimEnd();
          at = end;
        }
        part.source = withNarrowSteps(part.fileName, rest + code.slice(at));
      }
    },
  };
}

/**
 * Scripts that no page has from the start: the worker puts one into a page when a person asks for what it does
 * (`scripting.executeScript`). Each becomes one self-contained file, `src/content/NAME.iife.js`; the manifest names none.
 */
const onDemand = ["src/content/look-back/look-back.iife.ts", "src/content/media/media.iife.ts"];

function scriptsOnDemand(): Plugin {
  return {
    name: "replyguard:scripts-on-demand",
    async generateBundle() {
      for (const input of onDemand) {
        const built = await build({
          configFile: false,
          publicDir: false,
          logLevel: "warn",
          build: {
            write: false,
            minify: false,
            target: "es2023",
            modulePreload: false,
            rollupOptions: { input, output: { format: "iife", entryFileNames: "script.js" } },
          },
        });
        const [script, ...others] = "output" in built ? built.output : [];
        if (script?.type !== "chunk" || others.length > 0) throw new Error(`${input} is more than one file`);
        this.emitFile({
          type: "asset",
          fileName: `src/content/${basename(input, ".ts")}.js`,
          source: script.code,
        });
      }
    },
  };
}

/** The manifest names the icon of one state; the worker sets the others by their path. */
function stateIcons(): Plugin {
  return {
    name: "replyguard:state-icons",
    async generateBundle() {
      for (const name of (await readdir("icons")).filter((one) => /-(16|32)\.png$/.test(one))) {
        if (name.startsWith("watching")) continue;
        this.emitFile({
          type: "asset",
          fileName: `icons/${name}`,
          source: await readFile(join("icons", name)),
        });
      }
    },
  };
}

/**
 * The library that seals evidence asks Node for its cryptography where there is none of the web's. A browser has that, and no
 * such module: what is left of the question would be a file of its own that nothing ever loads.
 */
function withoutNodeCrypto(): Plugin {
  const asked = 'await import("crypto")';
  return {
    name: "replyguard:without-node-crypto",
    transform(code, id) {
      if (!id.includes("/node_modules/@hpke/") || !code.includes("import(")) return undefined;
      const asking = code.replaceAll(asked, "{ webcrypto: globalThis.crypto }");
      if (asking.includes("import(")) throw new Error(`${id} loads something that is not known here`);
      return { code: asking, map: null };
    },
  };
}

/**
 * A page loads the catalog of a language when it needs it, and nothing with it. What the bundler puts before such an import looks for
 * sheets to fetch, of which there are none.
 */
function withoutPreload(): Plugin {
  return {
    name: "replyguard:without-preload",
    enforce: "pre",
    load(id) {
      return id.endsWith("vite/preload-helper.js")
        ? "export const __vitePreload = (load) => load();"
        : undefined;
    },
  };
}

/** The catalogs from which the browser itself chooses by its language. */
function browserCatalogs(): Plugin {
  return {
    name: "replyguard:browser-catalogs",
    generateBundle() {
      for (const [language, messages] of Object.entries({ en, es })) {
        const entries = Object.entries(messages).map(([key, message]) => [key, { message }]);
        const source = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
        this.emitFile({ type: "asset", fileName: `_locales/${language}/messages.json`, source });
      }
    },
  };
}

/** Generated from the settings, so that Chrome knows each of them. */
function policySchema(): Plugin {
  return {
    name: "replyguard:policy-schema",
    generateBundle() {
      const source = `${JSON.stringify(managedSchema(), null, 2)}\n`;
      this.emitFile({ type: "asset", fileName: managedSchemaFile, source });
    },
  };
}

/** How long something takes is measured there, or a file starts several browsers at a time by itself. */
const needQuiet = ["managed-broken", "managed-late", "patient-import", "quick-start"].map(
  (name) => `test/e2e/${name}.test.ts`,
);
/** Most of it is waiting for an alarm of the browser's, which rings every half minute: a lane of their own, beside the others. */
const wait = ["forwarding", "stored-record"].map((name) => `test/e2e/${name}.test.ts`);
const endToEnd = { testTimeout: 120_000, hookTimeout: 120_000, retry: 0 };

/** `vite build --mode chrome` and `--mode firefox`; any other mode (vitest) builds nothing. */
export default defineConfig(({ mode }) => {
  const target: Target | undefined = mode === "chrome" || mode === "firefox" ? mode : undefined;
  const outDir = `dist/${target ?? "none"}`;
  return {
    plugins: target
      ? [
          crx({ manifest: manifest(target), browser: target }),
          scriptsOnDemand(),
          contentWithoutNotes(),
          stateIcons(),
          withoutNodeCrypto(),
          browserCatalogs(),
          withoutPreload(),
          ...(target === "chrome" ? [policySchema()] : []),
          pagesAtTop(outDir),
        ]
      : [],
    build: {
      outDir,
      emptyOutDir: true,
      // A reviewer of the store, or of a hospital, reads what ships.
      minify: false,
      target: "es2023",
      modulePreload: false,
      rollupOptions: {
        // The manifest names the other pages.
        input: target
          ? ["audit", "look-back", "policy", "practice", "welcome"].map(
              (name) => `src/pages/${name}/${name}.html`,
            )
          : [],
        output: {
          // Plain names make two builds easy to compare by eye.
          entryFileNames: "assets/[name].js",
          chunkFileNames: "assets/[name].js",
          assetFileNames: "assets/[name][extname]",
        },
      },
    },
    worker: {
      // A module, so that it can load the reader of a format when a file of that format comes.
      format: "es",
      rollupOptions: {
        output: { entryFileNames: "assets/[name].js", chunkFileNames: "assets/[name].js" },
      },
    },
    test: {
      // One fewer by default: of two cores one would have nothing to do.
      maxWorkers: availableParallelism(),
      projects: [
        // Far above what any of them needs, so that a slow machine fails none.
        {
          test: {
            name: "unit",
            include: ["test/unit/**/*.test.ts"],
            setupFiles: ["test/unit/in-english.ts"],
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
        {
          test: {
            name: "house",
            include: ["test/house/**/*.test.ts"],
            testTimeout: 180_000,
            hookTimeout: 180_000,
          },
        },
        {
          test: {
            ...endToEnd,
            name: "e2e",
            include: ["test/e2e/**/*.test.ts"],
            exclude: [...needQuiet, ...wait],
            // Most of a file is waiting for one browser: two files keep two cores busy, a third would make each of them slow.
            maxWorkers: 2,
            globalSetup: ["test/e2e/harness/pages-built.ts"],
          },
        },
        {
          test: {
            ...endToEnd,
            name: "e2e-waiting",
            include: wait,
            fileParallelism: false,
            globalSetup: ["test/e2e/harness/pages-built.ts"],
          },
        },
        {
          test: {
            ...endToEnd,
            name: "e2e-alone",
            include: needQuiet,
            fileParallelism: false,
          },
        },
      ],
    },
  };
});
