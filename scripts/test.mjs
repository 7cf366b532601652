// Runs every check in order; a later one runs although an earlier one has failed.
//   node scripts/test.mjs [--only=format,lint,types,dead-code,unit,build,house,e2e]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";
import { root, runStep, runTool } from "./run-step.mjs";

const reports = join(root, "test-results");

/** A step is one check, counted as one; the test projects add what they ran. */
const steps = {
  format: () => runTool("oxfmt", ["--check", "."]),
  lint: () => runTool("oxlint", ["--type-aware", "."]),
  types: async () => {
    const results = [await runTool("tsc", ["-p", "."]), await runTool("tsc", ["-p", "src/engine"])];
    return results.find(({ status }) => status !== 0) ?? results[0];
  },
  "dead-code": () => runTool("knip", []),
  unit: () => runTests(["unit"]),
  build: () => runStep(process.execPath, ["scripts/build.mjs"]),
  house: () => runTests(["house"]),
  e2e: () => runEndToEnd(),
};

function both(first, second) {
  return {
    status: first.status || second.status,
    output: first.output + second.output,
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    skipped: first.skipped + second.skipped,
  };
}

/** Bytes that have to be free there. All profiles together were seen to hold a tenth of a gigabyte. */
const enoughMemory = 8 * 2 ** 30;

/** A folder in memory where the system has one and enough of it, else undefined: profiles of browsers write much and often. */
function folderInMemory() {
  const shared = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(shared);
    if (Math.min(bavail * bsize, freemem()) < enoughMemory) return undefined;
    return mkdtempSync(join(shared, "replyguard-"));
  } catch {
    return undefined;
  }
}

async function runEndToEnd() {
  const folder = folderInMemory();
  const env = folder === undefined ? {} : { TMPDIR: folder };
  try {
    const [busy, waiting] = await Promise.all([
      runTests(["e2e", "e2e-alone"], env),
      runTests(["e2e-waiting"], env),
    ]);
    return both(waiting, busy);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runTests(projects, env = {}) {
  const file = join(reports, `${projects[0]}.json`);
  rmSync(file, { force: true });
  const args = [
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const result = await runTool("vitest", args, { env });
  return { ...result, ...count(file) };
}

/** Without a report nothing was tested, which the exit status of the step says. */
function count(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const only = process.argv
  .find((one) => one.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");
const unknown = (only ?? []).filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`test: no step ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}`);
  process.exit(1);
}

mkdirSync(reports, { recursive: true });
let passed = 0;
let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  if (only && !only.includes(name)) continue;
  const started = performance.now();
  const result = await step();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const ok = result.status === 0;
  if (!ok) console.log(result.output.trimEnd());
  passed += (ok ? 1 : 0) + (result.passed ?? 0);
  failed += (ok ? 0 : 1) + (result.failed ?? 0);
  const tests =
    result.passed === undefined
      ? ""
      : `: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
  console.log(`${ok ? "passed" : "FAILED"}  ${name} (${seconds} s)${tests}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
