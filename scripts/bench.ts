/**
 * Measures and writes docs/benchmarks.md:   npm run bench [-- --only=typing,sizes] [--browser=firefox] [--share=0.1] [--print]
 * `--beside=FOLDER` is another extension, unpacked, that `feed` measures as well; the folder's name is what it is called. Its
 * form for Firefox lies in FOLDER-firefox.
 * `--data=FOLDER` holds the public data that `identifiers`, `peers` and `patients` read; docs/benchmarks.md says where it is.
 * `--share` does that part of the work, for a look; `--print` leaves the page as it is.
 */
import { existsSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Driver } from "../test/e2e/harness/driver.ts";
import { browserNames, launch } from "../test/e2e/harness/launch.ts";
import { measureAccuracy } from "./bench/accuracy.ts";
import { writeSection } from "./bench/document.ts";
import { engineSite, engineTable, measureEngine } from "./bench/engine.ts";
import { feedTable, measureFeed } from "./bench/feed.ts";
import { measureIdentifiers } from "./bench/identifiers.ts";
import { measurePatients } from "./bench/patients/index.ts";
import { measurePeers } from "./bench/peers.ts";
import { measureRecord, recordTable } from "./bench/record.ts";
import { measureSends, sendsTable } from "./bench/sends.ts";
import { measureSizes } from "./bench/sizes.ts";
import { measureTyping, typingTable } from "./bench/typing.ts";
import { runStep } from "./run-step.mjs";
import { leaveOut, reportLeftOut } from "./train/left-out.ts";
import { furnish } from "./try/furnish.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    browser: { type: "string" },
    share: { type: "string", default: "1" },
    print: { type: "boolean", default: false },
    data: { type: "string" },
    beside: { type: "string" },
  },
});
const share = Number(options.share);
const browsers = browserNames.filter((name) => options.browser === undefined || options.browser === name);
const extensionOf = (name: Driver["name"]): string =>
  join(import.meta.dirname, "../dist", name === "chromium" ? "chrome" : "firefox");

function otherFor(name: Driver["name"]): string | undefined {
  if (options.beside === undefined) return undefined;
  const folder = resolve(name === "firefox" ? `${options.beside}-firefox` : options.beside);
  return existsSync(folder) ? folder : undefined;
}

/** A browser with the extension in it, and in that the sample practice and the sample patient list. */
async function launchFurnished(name: Driver["name"]): Promise<Driver> {
  const driver = await launch(name, { extension: extensionOf(name) });
  const { page } = await furnish(driver);
  await page.close();
  return driver;
}

type Measure = (name: Driver["name"]) => Promise<string[][]>;

async function inEach(measure: Measure): Promise<string[][]> {
  const rows: string[][] = [];
  for (const name of browsers) rows.push(...(await measure(name)));
  return rows;
}

async function using<T>(driver: Driver, use: (driver: Driver) => Promise<T>): Promise<T> {
  try {
    return await use(driver);
  } finally {
    await driver.close();
  }
}

const parts: Readonly<Record<string, () => Promise<string>>> = {
  sizes: measureSizes,
  accuracy: measureAccuracy,
  "left-out": async () => reportLeftOut(await leaveOut()),
  identifiers: async () => measureIdentifiers(options.data),
  peers: async () => measurePeers(options.data),
  patients: async () => measurePatients(options.data, share),
  async engine() {
    const site = await engineSite();
    return engineTable(
      await inEach(async (name) =>
        using(await launch(name, { site }), (driver) => measureEngine(driver, share)),
      ),
    );
  },
  typing: async () =>
    typingTable(
      await inEach(async (name) =>
        using(await launchFurnished(name), (driver) => measureTyping(driver, share)),
      ),
    ),
  sends: async () =>
    sendsTable(
      await inEach(async (name) =>
        using(await launchFurnished(name), (driver) => measureSends(driver, share)),
      ),
    ),
  record: async () =>
    recordTable(
      await inEach(async (name) =>
        using(await launch(name, { extension: extensionOf(name) }), (driver) => measureRecord(driver, share)),
      ),
    ),
  feed: async () =>
    feedTable(
      await inEach(async (name) =>
        using(await launchFurnished(name), async (guarded) =>
          using(await launch(name), async (bare) => {
            const folder = otherFor(name);
            if (folder === undefined) return measureFeed(guarded, bare, share);
            const words = basename(options.beside ?? "");
            return using(await launch(name, { other: folder }), (driver) =>
              measureFeed(guarded, bare, share, { words, driver }),
            );
          }),
        ),
      ),
    ),
};

const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(", ");

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? "unknown"}, ${memory} GiB, ${type()} ${release()}, Node ${process.version}`;
}

const wanted = options.only?.split(",") ?? Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`no part named ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);

const needsData = new Set(["identifiers", "peers", "patients"]);
/** These run the sources. */
const unbuilt = new Set(["accuracy", "left-out", "identifiers", "peers"]);
if (wanted.some((name) => !unbuilt.has(name))) {
  const built = await runStep(process.execPath, ["scripts/build.mjs"], { show: true });
  if (built.status !== 0) throw new Error("the build failed");
}
console.log(machine());
for (const name of wanted) {
  const before = load();
  const found = await parts[name]?.();
  const about = `${new Date().toISOString().slice(0, 10)}, ${machine()}; load of the machine (1, 5, 15 minutes) ${before} before, ${load()} after.`;
  const text = `${found}\n\n_Measured ${about}_`;
  console.log(`\n## ${name}\n\n${text}`);
  // Without the data half of these sections would be lost.
  const isWhole = options.data !== undefined || !needsData.has(name);
  if (!options.print && isWhole) await writeSection(name, text);
}
if (!options.print) await runStep("npx", ["--no-install", "oxfmt", "docs/benchmarks.md"]);
