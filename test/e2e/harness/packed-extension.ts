import { createHash, generateKeyPairSync } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { firefoxId } from "../../../manifest/manifest.ts";
import { requireBrowser } from "../../../scripts/browsers.mjs";
import { runStep, runTool } from "../../../scripts/run-step.mjs";
import type { PolicyBrowser } from "./managed-policy.ts";

/** The built extension as one file, from where a managed policy installs it. */
export interface PackedExtension {
  readonly id: string;
  /** What a policy names: in Chromium the update manifest, in Firefox the file itself. */
  readonly address: string;
  remove(): Promise<void>;
}

export async function packExtension(browser: PolicyBrowser, built: string): Promise<PackedExtension> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-packed-"));
  const packed = await (browser === "chromium" ? packCrx(built, folder) : packXpi(built, folder));
  return { ...packed, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

type Packed = Omit<PackedExtension, "remove">;

/** With a key of its own, so with an id of its own: nobody has the key that fixes the id of an unpacked build. */
async function packCrx(built: string, folder: string): Promise<Packed> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyFile = join(folder, "key.pem");
  const source = join(folder, "replyguard");
  await writeFile(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  await cp(built, source, { recursive: true });
  const { status, output } = await runStep(requireBrowser("chromium"), [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--headless",
    `--user-data-dir=${join(folder, "profile")}`,
    `--pack-extension=${source}`,
    `--pack-extension-key=${keyFile}`,
  ]);
  if (status !== 0) throw new Error(`Chromium has not packed the extension: ${output}`);
  const manifest: { version: string } = JSON.parse(await readFile(join(source, "manifest.json"), "utf8"));
  const id = idOf(publicKey.export({ type: "spki", format: "der" }));
  const updates = join(folder, "update.xml");
  await writeFile(
    updates,
    `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${pathToFileURL(`${source}.crx`).href}" version="${manifest.version}" />
  </app>
</gupdate>
`,
  );
  return { id, address: pathToFileURL(updates).href };
}

/** Chromium writes the first half of the key's SHA-256 with the letters a to p. */
function idOf(publicKey: Buffer): string {
  const half = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return half.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

async function packXpi(built: string, folder: string): Promise<Packed> {
  const name = "replyguard.xpi";
  const { status, output } = await runTool("web-ext", [
    "build",
    `--source-dir=${built}`,
    `--artifacts-dir=${folder}`,
    `--filename=${name}`,
  ]);
  if (status !== 0) throw new Error(`web-ext has not packed the extension: ${output}`);
  return { id: firefoxId, address: pathToFileURL(join(folder, name)).href };
}
