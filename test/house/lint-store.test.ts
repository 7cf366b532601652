import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "../../src/contract/zod.ts";
import { builtFolder } from "./built.ts";
import { root } from "./repository.ts";

const remarks = z.array(
  z.object({ code: z.string(), file: z.optional(z.string()), line: z.optional(z.number()) }),
);
const report = z.object({ errors: remarks, warnings: remarks });

/** What addons.mozilla.org runs on an upload. It needs no network. */
function lint(folder: string): z.infer<typeof report> {
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/web-ext/bin/web-ext.js"),
      "lint",
      `--source-dir=${folder}`,
      "--output=json",
      "--no-config-discovery",
    ],
    { cwd: root, encoding: "utf8", env: { ...process.env, NO_UPDATE_NOTIFIER: "1" }, maxBuffer: 64 << 20 },
  );
  return report.parse(JSON.parse(stdout));
}

test("the store's own check finds neither errors nor warnings", async () => {
  const { errors, warnings } = lint(await builtFolder("firefox"));
  const found = [...errors, ...warnings].map(({ code, file, line }) => `${code} ${file ?? ""}:${line ?? ""}`);
  expect(found).toEqual([]);
});
