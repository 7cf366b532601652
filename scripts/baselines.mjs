/**
 * Takes the pictures of every state anew (test/baselines), of what is built, with the Chromium of this machine:
 *   npm run baselines
 * They are for looking at: what is kept is what somebody has found good.
 */
import { runTool } from "./run-step.mjs";

process.env["REPLYGUARD_BASELINES"] = "write";
const { status, output } = await runTool("vitest", ["run", "--project", "e2e", "test/e2e/pictures.test.ts"]);
console.log(output.trimEnd());
console.log("Look at each picture in test/baselines that git calls changed, before it is committed.");
process.exitCode = status;
