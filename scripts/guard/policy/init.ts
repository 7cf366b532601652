/** `guard policy init`: a first policy, from a few questions or from flags. Never in place of a file that is there. */
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { choices } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { meaningOf } from "../../../src/contract/meanings.ts";
import { settings } from "../../../src/contract/policy.ts";
import type { ChoiceName } from "../../../src/contract/policy.ts";
import type { Json } from "../../../src/policy-file/json.ts";
import { fileText } from "../../../src/policy-file/json.ts";
import { Problem } from "../problem.ts";
import { writeNew } from "../write-file.ts";
import { explanation } from "./explain.ts";
import { knownFlags, policyOfFlags, put } from "./init-flags.ts";
import { validPolicy } from "./read-policy.ts";
import { statesOf, yesNo } from "./setting-words.ts";

/** What every practice has to say: the path, and the question. */
const texts = [
  ["version", `${settings.version.title}. ${settings.version.words}`],
  ["contact", `${settings.contact.title}. ${settings.contact.words}`],
  ["practice.name", `The practice’s name. ${settings.practice.words}`],
] as const;
/** What every practice has to decide; `--set` takes any setting. */
const asked: ReadonlySet<ChoiceName> = new Set(["strictness", "postAnyway", "reasonRequired", "unchecked"]);

export async function initPolicy(out: string, set: readonly string[] | undefined): Promise<number> {
  await refuseTaken(out);
  if (set === undefined && !process.stdin.isTTY)
    throw new Problem(
      "there is nobody to ask: standard input is no terminal",
      `Say what to write, for instance: --set strictness=strict. There are:\n${knownFlags()}`,
    );
  const said = set === undefined ? await ask(process.stdin, process.stderr) : policyOfFlags(set);
  const policy = validPolicy(said, () => (set === undefined ? out : "--set"));
  await writeNew(out, fileText(policy), 0o644, otherOut);
  console.log(explanation(statesOf(policy, Date.now())));
  console.error(
    `guard: ${out} is written. What it means stands above; guard policy explain ${out} says it again.`,
  );
  return 0;
}

type Next = (about: string, question: string) => Promise<string>;

/** The policy that the answers come to. Throws a `Problem` where they end before the questions do. */
export async function ask(input: Readable, output: Writable): Promise<Record<string, Json>> {
  const terminal = createInterface({ input, output });
  // Asked one by one, `question` would lose what is typed ahead.
  const lines = terminal[Symbol.asyncIterator]();
  const next: Next = async (about, question) => {
    output.write(about);
    terminal.setPrompt(question);
    terminal.prompt();
    const line = await lines.next();
    if (line.done !== true) return line.value;
    throw new Problem("the questions were not answered", "Nothing was written. Begin again, or use --set.");
  };
  try {
    const policy: Record<string, Json> = {};
    for (const [path, about] of texts) {
      const said = (await next(`\n${about}\n`, "Write it, or press Enter to leave it out: ")).trim();
      if (said !== "") put(policy, path.split("."), said);
    }
    for (const choice of choices.filter(({ setting, part }) => part === undefined && asked.has(setting)))
      put(policy, [choice.setting], await askOne(next, choice));
    return policy;
  } finally {
    terminal.close();
  }
}

async function askOne(next: Next, choice: Choice): Promise<ChoiceValue> {
  const { title, words } = settings[choice.setting];
  const rows = choice.values.map((value, index) => {
    const usual = value === choice.fallback ? " (default)" : "";
    return `  ${index + 1}  ${yesNo(value)}${usual}: ${meaningOf(choice, value)}`;
  });
  let about = `\n${title}. ${words}\n${rows.join("\n")}\n`;
  for (;;) {
    const wanted = (await next(about, "Number or word, or Enter for the default: ")).trim().toLowerCase();
    if (wanted === "") return choice.fallback;
    const value = choice.values.find(
      (one, index) => yesNo(one) === wanted || String(one) === wanted || String(index + 1) === wanted,
    );
    if (value !== undefined) return value;
    about = `That is none of them: there are 1 to ${choice.values.length}.\n`;
  }
}

const otherOut = "Name another with --out; nothing was written.";

async function refuseTaken(path: string): Promise<void> {
  const handle = await open(path).catch(() => undefined);
  await handle?.close();
  if (handle) throw new Problem(`${path}: there is a file already`, otherOut);
}
