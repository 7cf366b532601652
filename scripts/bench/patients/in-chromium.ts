/** The list where it is used: in the worker of an extension in Chromium, sealed in IndexedDB before. */
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { manifest } from "../../../manifest/manifest.ts";
import type { Driver, PageHandle } from "../../../test/e2e/harness/driver.ts";
import { launch } from "../../../test/e2e/harness/launch.ts";
import { waitFor } from "../../../test/e2e/harness/wait.ts";
import { milliseconds, summarize, table } from "../figures.ts";
import type { Built } from "./extension/bench.ts";
import type { Cold, Order, Times } from "./extension/talk.ts";
import { memoryOf } from "./memory.ts";
import type { NameRows } from "./read-names.ts";

const source = join(import.meta.dirname, "extension");
const folder = join(import.meta.dirname, "../../../.cache/bench-extension");

async function buildExtension(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const entry of ["worker", "build-list", "bench"]) {
    await build({
      configFile: false,
      root: source,
      publicDir: false,
      envDir: false,
      logLevel: "warn",
      mode: "production",
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        target: "es2023",
        modulePreload: false,
        rollupOptions: {
          input: join(source, `${entry}.ts`),
          output: { entryFileNames: "[name].js" },
        },
      },
    });
  }
  await mkdir(folder, { recursive: true });
  await copyFile(join(source, "bench.html"), join(folder, "bench.html"));
  const { key, manifest_version, minimum_chrome_version } = manifest("chrome") as Record<string, unknown>;
  const own = {
    manifest_version,
    minimum_chrome_version,
    key,
    name: "The patient list, measured",
    version: "1.0",
    permissions: ["storage", "unlimitedStorage"],
    background: { service_worker: "worker.js", type: "module" },
    // With these the page has a process of its own, and the worker's memory is the worker's.
    cross_origin_embedder_policy: { value: "require-corp" },
    cross_origin_opener_policy: { value: "same-origin" },
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(own));
}

interface Asked<T> {
  readonly answer: T;
  readonly waited: number;
}

/** `answer` is what the worker sends for this order. */
async function ask<T>(page: PageHandle, order: Order): Promise<Asked<T>> {
  const asked = await page.evaluate((one) => window.bench.ask(one), order);
  return asked as Asked<T>;
}

interface Build {
  readonly contacts: boolean;
  readonly built: Built;
  readonly peak: number | undefined;
}

interface OfSize {
  readonly size: number;
  readonly builds: readonly Build[];
  readonly colds: readonly Asked<Cold>[];
  readonly times: Times;
  readonly held: number | undefined;
  readonly coldPeak: number | undefined;
}

async function measureSize(
  driver: Driver,
  rows: NameRows,
  size: number,
  texts: readonly string[],
  share: number,
): Promise<OfSize> {
  const page = await driver.openExtensionPage("bench.html");
  await waitFor(page, "the page of the bench", () => "bench" in window);
  const id = `of-${size}`;
  const builds: Build[] = [];
  // The last one, which is the larger, is looked up in.
  for (const contacts of [false, true]) {
    const building = await memoryOf();
    const built = await page.evaluate((order) => window.bench.build(order), { id, size, contacts, rows });
    builds.push({ contacts, built, peak: await building.peak() });
  }
  const text = texts[0] ?? "";

  const colds: Asked<Cold>[] = [];
  for (let times = 0; times < Math.max(2, Math.ceil(12 * share)); times += 1) {
    await driver.killWorker();
    colds.push(await ask<Cold>(page, { ask: "cold", id, text }));
  }
  const { answer: times } = await ask<Times>(page, {
    ask: "times",
    texts: [...texts],
    rounds: 1 + Math.ceil(8 * share),
  });
  await driver.killWorker();
  await ask(page, { ask: "nothing" });
  const holding = await memoryOf();
  await ask<Cold>(page, { ask: "cold", id, text });
  const coldPeak = await holding.peak();
  await ask<Times>(page, { ask: "times", texts: [...texts], rounds: 1 });
  const held = await holding.more();
  await page.close();
  return { size, builds, colds, times, held, coldPeak };
}

const p50 = (values: readonly number[]): string => milliseconds(summarize(values).p50);
const p95 = (values: readonly number[]): string => milliseconds(summarize(values).p95);
const fine = (value: number): string => value.toFixed(2);
const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? "–" : (bytes / 1e6).toFixed(0);
const grouped = (value: number): string => value.toLocaleString("en-US");

/** `texts`: drafts of 500 characters. */
export async function measureInChromium(
  rows: NameRows,
  sizes: readonly number[],
  texts: readonly string[],
  share: number,
): Promise<string> {
  await buildExtension();
  const site = { folder, hosts: ["bench.replyguard.example"], find: () => undefined };
  const driver = await launch("chromium", { extension: folder, site });
  const found: OfSize[] = [];
  try {
    for (const size of sizes) found.push(await measureSize(driver, rows, size, texts, share));
  } finally {
    await driver.close();
  }
  return report(found);
}

function report(found: readonly OfSize[]): string {
  const speed = found.flatMap(({ size, times }) =>
    (
      [
        ["look-up in the index", times.find],
        ["all that the list does", times.list],
        ["the whole check", times.whole],
      ] as const
    ).map(([what, all]) => {
      const { count, p50, p95, max } = summarize(all);
      return [grouped(size), what, grouped(count), fine(p50), fine(p95), fine(max)];
    }),
  );
  const cold = found.map(({ size, colds }) => {
    const of = (step: keyof Cold): number[] => colds.map(({ answer }) => answer[step]);
    const ready = colds.map(({ answer: { read, open, first } }) => read + open + first);
    return [
      grouped(size),
      String(colds.length),
      ...[of("read"), of("open"), of("first"), ready].map(p50),
      p95(ready),
      p50(of("check")),
      p50(colds.map(({ waited }) => waited)),
      p95(colds.map(({ waited }) => waited)),
    ];
  });
  const build = found.flatMap(({ size, builds }) =>
    builds.map(({ contacts, built, peak }) => [
      grouped(size),
      contacts ? "with contacts" : "names and handles",
      ...[built.add, built.finish, built.seal, built.total - built.invent * 2].map((ms) => fine(ms / 1000)),
      milliseconds(built.longestWait),
      String(built.reports),
      megabytes(peak),
      (built.indexBytes / built.people).toFixed(1),
      (built.fileBytes / 1e6).toFixed(2),
    ]),
  );
  const memory = found.map(({ size, held, coldPeak }) => [
    grouped(size),
    megabytes(held),
    megabytes(coldPeak),
  ]);
  return [
    "### Look-up of a draft of 500 characters",
    table(["People", "what", "times", "median (ms)", "p95 (ms)", "longest (ms)"], speed),
    "### Cold start",
    table(
      [
        "People",
        "times",
        "read",
        "unseal and open",
        "first look-up",
        "ready, median (ms)",
        "p95 (ms)",
        "first whole check",
        "with waking, median (ms)",
        "p95 (ms)",
      ],
      cold,
    ),
    "### Building",
    table(
      [
        "People",
        "each",
        "adding (s)",
        "finishing (s)",
        "sealing and storing (s)",
        "all (s)",
        "longest wait of the page (ms)",
        "reports of progress",
        "peak memory (MB)",
        "bytes a person",
        "sealed file (MB)",
      ],
      build,
    ),
    "### Memory of the worker",
    table(["People", "held with the list (MB)", "peak while opening (MB)"], memory),
  ].join("\n\n");
}
