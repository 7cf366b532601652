// Starting other programs, the same way on every system. Plain Node: the set-up runs before anything is installed.
import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/**
 * Runs a program in the repository's folder and gives its exit status and what it printed. Never rejects: a program
 * that does not exist has the status 127. `show` also passes the output through as it comes.
 */
export function runStep(command, args, { show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    // On Windows npm and npx are batch files, which only the command interpreter starts; it would split other paths at
    // their spaces.
    const isBatch = process.platform === "win32" && ["npm", "npx"].includes(command);
    const child = spawn(command, args, {
      cwd: root,
      shell: isBatch,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on("data", (data) => {
        output += data.toString();
        if (show) target.write(data);
      });
    }
    child.once("error", (error) => resolve({ status: 127, output: `${output}${error.message}\n` }));
    child.once("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

/** Runs a tool that is a package of this repository. */
export function runTool(tool, args, options) {
  return runStep("npx", ["--no-install", tool, ...args], options);
}
