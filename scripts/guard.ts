/** The admin's command line; docs/command-line.md has its pages. */
import { parseArgs } from "node:util";
import { checkLines } from "./guard/check-lines.ts";
import { logCommand, logUsage } from "./guard/log/command.ts";
import { officerCommand, officerUsage } from "./guard/officer/command.ts";
import { patients as patientsCommand, patientsUsage } from "./guard/patients/command.ts";
import { optionProblem } from "./guard/option-problem.ts";
import { policyCommand, policyHelp, policyUsage } from "./guard/policy/command.ts";
import { readKnowledge } from "./guard/read-knowledge.ts";
import { Problem } from "./guard/problem.ts";
import { scoreSets } from "./guard/score-sets.ts";

const usage = `usage:
  guard check --practice PRACTICE.json --patients LIST [--passphrase-file F | --managed-key-file K]
              [--policy POLICY.json] < drafts.jsonl
  guard score --set DIR [--set DIR ...] [--policy POLICY.json] [--misses N] [--json]
${patientsUsage}
${policyUsage}
${logUsage}
${officerUsage}

LIST: CSV or its kin, Excel (.xlsx), FHIR Patient (Bundle or NDJSON), vCard; for check also a sealed list (.rgl)
exit status: 0 everything was answered, whatever the verdicts; 1 something has to be mended, and is named on standard
error (by policy lint on standard output); 3 policy diff: the change loosens something`;

const text = { type: "string" } as const;

const usages: Readonly<Record<string, string>> = {
  patients: `usage:\n${patientsUsage}`,
  policy: `usage:\n${policyUsage}`,
  log: `usage:\n${logUsage}`,
  officer: `usage:\n${officerUsage}`,
};
const usageOf = (command: string | undefined): string => usages[command ?? ""] ?? usage;

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (args.some((one) => one === "--help" || one === "-h")) {
    console.log(command === "policy" ? policyHelp : usageOf(command));
    return 0;
  }
  if (command === "check") {
    const { practice, patients, policy, ...keys } = parseArgs({
      args,
      options: {
        practice: text,
        patients: text,
        policy: text,
        "passphrase-file": text,
        "managed-key-file": text,
      },
    }).values;
    if (!practice || !patients) throw new Problem("--practice and --patients are needed", usage);
    const knowledge = await readKnowledge({
      practice,
      patients,
      policy,
      passphraseFile: keys["passphrase-file"],
      managedKeyFile: keys["managed-key-file"],
    });
    if (process.stdin.isTTY)
      throw new Problem("there are no drafts on standard input", "Add: < drafts.jsonl");
    return checkLines(process.stdin, knowledge);
  }
  if (command === "score") {
    const { set, policy, misses, json } = parseArgs({
      args,
      options: {
        set: { type: "string", multiple: true },
        policy: text,
        misses: text,
        json: { type: "boolean" },
      },
    }).values;
    if (!set) throw new Problem("--set is needed", usage);
    if (misses !== undefined && !/^\d{1,6}$/.test(misses))
      throw new Problem("--misses is not a number", "Say how many wrong verdicts to print: --misses 20");
    return scoreSets(set, { policy, misses: Number(misses ?? 0), json: json === true });
  }
  if (command === "patients") return patientsCommand(args);
  if (command === "policy") return policyCommand(args);
  if (command === "log") return logCommand(args);
  if (command === "officer") return officerCommand(args);
  if (command === "--help" || command === "-h" || command === "help") {
    console.log(usage);
    return 0;
  }
  throw new Problem(command === undefined ? "no command" : "there is no such command", usage);
}

// Whoever reads the answers may have enough of them (`| head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // An unknown error's message could quote what was read: only messages written here are printed.
  const known = error instanceof Problem ? error.message : undefined;
  const option = optionProblem(error);
  const about = option === undefined ? undefined : `${option}\n${usageOf(process.argv[2])}`;
  console.error(`guard: ${known ?? about ?? "failed for an unknown reason"}`);
  process.exitCode = 1;
}
