/**
 * ReplyGuard at work on look-alikes of the three sites:   npm run try [-- --firefox] [-- --headless]
 * With a display, a browser for a person to try it in; without one, or with --headless, the scene is played and leaves
 * screenshots and a transcript in try-results/. `--picture` also takes the picture of the card for the README.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../test/e2e/harness/launch.ts";
import { runStep } from "./run-step.mjs";
import { buildLookAlikes } from "./try/look-alikes.ts";
import { keepPicture, playScene } from "./try/scene.ts";
import { showWindow } from "./try/show-window.ts";
import { openTranscript } from "./try/transcript.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "try-results");

const { values: options } = parseArgs({
  options: {
    firefox: { type: "boolean", default: false },
    headless: { type: "boolean", default: false },
    picture: { type: "boolean", default: false },
  },
});
const browser = options.firefox ? "firefox" : "chromium";
const target = options.firefox ? "firefox" : "chrome";
const hasDisplay =
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env["DISPLAY"]) ||
  Boolean(process.env["WAYLAND_DISPLAY"]);

async function prepare(what: string, args: readonly string[]): Promise<void> {
  const { status } = await runStep(process.execPath, [...args], { show: true });
  if (status !== 0) throw new Error(`${what} failed`);
}

async function play(): Promise<boolean> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const site = await buildLookAlikes();
  const driver = await launch(browser, { extension: join(root, "dist", target), site, scale: 2 });
  const transcript = openTranscript(folder, `ReplyGuard, tried in ${browser}`, [
    `Played by \`npm run try\` on ${new Date().toISOString().slice(0, 10)}, in a headless browser, on look-alikes of the three sites. The people are invented.`,
    "Every line below was read back from a page or from the card.",
  ]);
  try {
    await playScene(driver, transcript);
  } finally {
    await transcript.save();
    await driver.close();
  }
  if (options.picture) await keepPicture(folder, join(root, "docs/card.png"));
  const good = transcript.faults.length === 0;
  console.log(
    good
      ? "\nEverything went as it should. Look at try-results/transcript.md and the screenshots beside it."
      : `\n${transcript.faults.length} thing(s) did not go as they should: see try-results/transcript.md`,
  );
  return good;
}

await prepare("the set-up of the browser", ["scripts/setup.mjs", `--browser=${browser}`]);
await prepare("the build", ["scripts/build.mjs", target]);
if (options.headless || !hasDisplay) process.exitCode = (await play()) ? 0 : 1;
else await showWindow(browser, join(root, "dist", target));
