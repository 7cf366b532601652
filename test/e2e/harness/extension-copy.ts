import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of the built extension that a test may give a higher version, as an update does. */
export interface ExtensionCopy {
  readonly folder: string;
  raiseVersion(): Promise<void>;
  remove(): Promise<void>;
}

export async function copyExtension(built: string): Promise<ExtensionCopy> {
  const folder = await mkdtemp(join(tmpdir(), "replyguard-extension-"));
  await cp(built, folder, { recursive: true });
  let raised = 0;
  return {
    folder,
    async raiseVersion() {
      const file = join(folder, "manifest.json");
      const manifest: { version: string } = JSON.parse(await readFile(file, "utf8"));
      raised += 1;
      await writeFile(file, JSON.stringify({ ...manifest, version: `99.0.${raised}` }));
    },
    async remove() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}
