/**
 * The admin's command line.
 *
 *   guard check --practice P.json --patients P.csv [--policy P.json] < drafts.jsonl
 *   guard score --set DIR [--set DIR ...] [--misses N] [--json]
 */
import { parseArgs } from "node:util";
import { checkLines } from "./guard/check-lines.ts";
import { readKnowledge } from "./guard/read-knowledge.ts";
import { Problem } from "./guard/problem.ts";
import { scoreSets } from "./guard/score-sets.ts";

const usage = `usage:
  guard check --practice PRACTICE.json --patients PATIENTS.csv [--policy POLICY.json] < drafts.jsonl
  guard score --set DIR [--set DIR ...] [--policy POLICY.json] [--misses N] [--json]`;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      practice: { type: "string" },
      patients: { type: "string" },
      policy: { type: "string" },
      set: { type: "string", multiple: true },
      misses: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const [command] = positionals;
  if (command === "check") {
    const { practice, patients, policy } = values;
    if (!practice || !patients) throw new Problem("--practice and --patients are needed", usage);
    return checkLines(process.stdin, await readKnowledge({ practice, patients, policy }));
  }
  if (command === "score") {
    if (!values.set) throw new Problem("--set is needed", usage);
    return scoreSets(values.set, {
      policy: values.policy,
      misses: Number(values.misses ?? 0),
      json: values.json === true,
    });
  }
  throw new Problem(command === undefined ? "no command" : "there is no such command", usage);
}

try {
  process.exitCode = await main();
} catch (error) {
  // An unknown error's message could quote what was read: only messages written here are printed.
  const known = error instanceof Problem ? error.message : undefined;
  const option =
    error instanceof TypeError && "code" in error ? `an option is not known\n${usage}` : undefined;
  console.error(`guard: ${known ?? option ?? "failed for an unknown reason"}`);
  process.exitCode = 1;
}
