import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { UserConfig } from "vite";
import { defineConfig } from "vite";

/** One build for all pages in `root`; `test/e2e/harness/build-pages.ts` gives it the place to write to. */
export const configOfPages = (root: string): UserConfig => ({
  root,
  // The root configuration's own public folder and environment files are no part of these pages.
  publicDir: false,
  envDir: false,
  mode: "production",
  logLevel: "warn",
  // Vitest sets NODE_ENV to "test", which would choose the development build of React.
  oxc: { jsx: { runtime: "automatic", development: false } },
  define: {
    "process.env.NODE_ENV": JSON.stringify("production"),
    // Draft.js was written for bundlers that provide Node's `global`.
    global: "globalThis",
  },
  build: {
    emptyOutDir: true,
    minify: false,
    target: "es2023",
    modulePreload: false,
    assetsDir: "page-assets",
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: readdirSync(root)
        .filter((name) => name.endsWith(".html"))
        .map((name) => join(root, name)),
    },
  },
});

export default defineConfig(configOfPages(import.meta.dirname));
