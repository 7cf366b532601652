/**
 * docs/admin/quick-start.md, line by line: its commands are taken from the page and run in a copy of the sources, in a mount
 * namespace in which /etc is the copy's own. `npm ci` is run as it stands where QUICK_START=whole, to measure the page; otherwise
 * the packages that are here are used.
 */
import { execFile, execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../house/repository.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import { toldByWorker } from "./harness/ask-worker.ts";
import type { Driver } from "./harness/driver.ts";
import { launch } from "./harness/launch.ts";
import { policyFolder } from "./harness/managed-policy.ts";
import type { PolicyFolder } from "./harness/managed-policy.ts";
import { withScene } from "./harness/scene.ts";
import { poll } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

const run = promisify(execFile);
const isWhole = process.env["QUICK_START"] === "whole";
const installed = "/etc/chromium/policies/managed/replyguard.json";
/** Milliseconds. The page promises ten minutes, with a person who reads it. */
const patience = 600_000;

/** The commands of the page under each of its numbered headings. */
async function stepsOf(page: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(page, "utf8");
  return new Map(
    [...text.matchAll(/^## (\d)\. [^\n]*\n(.*?)(?=^## )/gms)].map(([, number = "", part = ""]) => [
      number,
      [...part.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block).join(""),
    ]),
  );
}

/** What is in the repository, as it is in the working tree. */
async function copySources(to: string): Promise<void> {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  for (const path of listed.split("\0").filter((one) => one !== "")) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await cp(join(root, path), join(to, path)).catch((error: NodeJS.ErrnoException) => {
      // Deleted and not yet committed, or deleted while it was copied.
      if (error.code !== "ENOENT") throw error;
    });
  }
}

describe("a newcomer who follows docs/admin/quick-start.md", () => {
  let folder: string;
  let shell: PolicyFolder;
  let managed: PolicyFolder;
  let steps: ReadonlyMap<string, string>;
  let driver: Driver | undefined;
  const took: [step: string, seconds: number][] = [];

  /** Everything of the step in one shell, which ends at the first command that fails. */
  async function follow(number: string): Promise<string> {
    const commands = steps.get(number) ?? "";
    expect(commands).not.toBe("");
    const started = performance.now();
    const tools = join(folder, "tools");
    const { stdout } = await run(shell.executable, ["-ec", `cd sources\n${commands}`], {
      cwd: folder,
      env: { ...process.env, PATH: `${tools}:${process.env["PATH"] ?? ""}` },
      maxBuffer: 64_000_000,
    });
    took.push([number, (performance.now() - started) / 1000]);
    return stdout;
  }
  /** What the step has put where the browser reads it. */
  async function handedOver(): Promise<string> {
    const { stdout } = await run(shell.executable, ["-ec", `stat -c %a ${installed}; cat ${installed}`]);
    expect(stdout.slice(0, 4)).toBe("644\n");
    return stdout.slice(4);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "replyguard-newcomer-"));
    steps = await stepsOf(join(root, "docs/admin/quick-start.md"));
    shell = await policyFolder("chromium", { program: "/bin/sh" });
    managed = await policyFolder("chromium");
    const tools = join(folder, "tools");
    await mkdir(tools);
    // In the namespace its user is root already, and often there is no sudo.
    await writeFile(join(tools, "sudo"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
    await mkdir(join(folder, "sources"));
    await copySources(join(folder, "sources"));
    if (isWhole) return;
    await symlink(join(root, "node_modules"), join(folder, "sources", "node_modules"));
    await writeFile(
      join(tools, "npm"),
      `#!/bin/sh\n[ "$1" = ci ] && exit 0\nexec '${(await run("which", ["npm"])).stdout.trim()}' "$@"\n`,
      { mode: 0o755 },
    );
  });
  afterAll(async () => {
    await driver?.close();
    await shell?.remove();
    await managed?.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    if (isWhole)
      console.log(took.map(([step, seconds]) => `step ${step}: ${seconds.toFixed(1)} s`).join("\n"));
  });

  it(
    "has a build",
    async () => {
      await follow("1");
      const manifest = await readFile(join(folder, "sources/dist/chrome/manifest.json"), "utf8");
      expect(JSON.parse(manifest)).toMatchObject({ manifest_version: 3 });
    },
    patience,
  );

  it(
    "has a policy that is explained, and in which there is nothing to mend",
    async () => {
      const said = await follow("2");
      expect(said).toContain("Strictness (strictness): strict");
      expect(said.trimEnd().split("\n").at(-1)).toBe("policy.json: nothing to mend");
    },
    patience,
  );

  it(
    "has it where the browser reads it",
    async () => {
      await follow("3");
      await managed.write(await handedOver());
    },
    patience,
  );

  it(
    "has a browser in which it is in force, and which guards",
    async () => {
      const [, extension] = /--load-extension="\$PWD\/([^"]+)"/.exec(steps.get("4") ?? "") ?? [];
      const started = performance.now();
      driver = await launch("chromium", {
        extension: join(folder, "sources", extension ?? ""),
        managed,
      });
      const page = await driver.openExtensionPage("policy.html");
      const policy = JSON.parse(await readFile(join(folder, "sources/policy.json"), "utf8")) as object;
      await untilManaged(page, { ...policy });
      const shown = await poll(async () => {
        const text = await page.evaluate(() => document.querySelector("#summary-body")?.textContent ?? "");
        return text.includes("An administrator’s policy") || undefined;
      });
      expect(shown).toBe(true);
      expect(await toldByWorker(page, "policy.read", {})).toMatchObject({
        source: "managed",
        policy: { version: "1", strictness: "strict", practice: { name: "Bluewater Skin" } },
        states: { strictness: { origin: "managed", level: "tighten" } },
        faults: [],
      });
      await withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
        await scene.page.type("Thank you for coming in for your Botox appointment!");
        const stopped = await poll(async () => (await scene.card()).state === "block" || undefined);
        expect(stopped).toBe(true);
        await scene.page.press("Enter");
        expect(await scene.sent()).toEqual([]);
      });
      took.push(["4 and 5", (performance.now() - started) / 1000]);
    },
    patience,
  );

  it(
    "sees another policy arrive without a restart",
    async () => {
      // A step that says what a change loosens ends with 3 where it loosens anything.
      const said = await follow("6");
      expect(said).toContain("Tightens:\n  postAnyway: warnings → never");
      await managed.write(await handedOver());
      const page = await driver?.openExtensionPage("policy.html");
      if (!page) throw new Error("no page");
      const version = await poll(async () => {
        const { policy } = await toldByWorker(page, "policy.read", {});
        return policy.version === "2" || undefined;
      }, 30_000);
      expect(version).toBe(true);
    },
    patience,
  );
});
