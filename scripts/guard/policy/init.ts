/** `guard policy init`: a first policy, from a few questions or from flags. Never in place of a file that is there. */
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { choices } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { meaningOf } from "../../../src/contract/meanings.ts";
import { settings } from "../../../src/contract/policy.ts";
import type { ChoiceName } from "../../../src/contract/policy.ts";
import { Problem } from "../problem.ts";
import { writeNew } from "../write-file.ts";
import { explanation } from "./explain.ts";
import { fileText } from "../../../src/policy-file/json.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import { nearest } from "../../../src/policy-file/nearest.ts";
import { validPolicy } from "./read-policy.ts";
import { statesOf, yesNo } from "./setting-words.ts";

/** What every practice has to decide; `--set` takes any choice. */
const asked: ReadonlySet<ChoiceName> = new Set(["strictness", "postAnyway", "reasonRequired", "unchecked"]);

export async function initPolicy(out: string, set: readonly string[] | undefined): Promise<number> {
  await refuseTaken(out);
  if (set === undefined && !process.stdin.isTTY)
    throw new Problem(
      "there is nobody to ask: standard input is no terminal",
      `Say what to write, for instance: --set strictness=strict. There are:\n${knownWords()}`,
    );
  const answers = set === undefined ? await ask(process.stdin, process.stderr) : new Map(set.map(readFlag));
  const policy = validPolicy(policyOf(answers), () => out);
  await writeNew(out, fileText(policy), 0o644, otherOut);
  console.log(explanation(statesOf(policy)));
  console.error(
    `guard: ${out} is written. What it means stands above; guard policy explain ${out} says it again.`,
  );
  return 0;
}

/** Throws a `Problem` where the answers end before the questions do. */
export async function ask(input: Readable, output: Writable): Promise<Map<Choice, ChoiceValue>> {
  const terminal = createInterface({ input, output });
  // Asked one by one, `question` would lose what is typed ahead.
  const lines = terminal[Symbol.asyncIterator]();
  const next = async (about: string, question: string): Promise<string> => {
    output.write(about);
    terminal.setPrompt(question);
    terminal.prompt();
    const line = await lines.next();
    if (line.done !== true) return line.value;
    throw new Problem("the questions were not answered", "Nothing was written. Begin again, or use --set.");
  };
  try {
    const answers = new Map<Choice, ChoiceValue>();
    for (const choice of choices.filter(({ setting, part }) => part === undefined && asked.has(setting)))
      answers.set(choice, await askOne(next, choice));
    return answers;
  } finally {
    terminal.close();
  }
}

async function askOne(
  next: (about: string, question: string) => Promise<string>,
  choice: Choice,
): Promise<ChoiceValue> {
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

/** `strictness=strict`, `actions.health=block`. */
function readFlag(flag: string): readonly [Choice, ChoiceValue] {
  const cut = flag.indexOf("=");
  const path = cut < 0 ? flag : flag.slice(0, cut);
  const said = cut < 0 ? "" : flag.slice(cut + 1);
  const choice = choices.find((one) => one.path === path);
  if (!choice) {
    const near = nearest(
      path,
      choices.map((one) => one.path),
    );
    throw new Problem(
      "--set names no choice of this version",
      near === undefined ? `There are:\n${knownWords()}` : `Did you mean ${near}?`,
    );
  }
  const value = choice.values.find((one) => String(one) === said);
  if (value === undefined)
    throw new Problem(
      `--set ${path} has no such value`,
      `Write one of: ${choice.values.map((one) => `${path}=${String(one)}`).join(", ")}`,
    );
  return [choice, value];
}

const knownWords = (): string =>
  choices.map(({ path, values }) => `  ${path}=${values.map(String).join("|")}`).join("\n");

function policyOf(answers: ReadonlyMap<Choice, ChoiceValue>): JsonObject {
  const whole = new Map<string, ChoiceValue | Record<string, ChoiceValue>>();
  for (const [{ setting, part }, value] of answers) {
    const known = whole.get(setting);
    whole.set(
      setting,
      part === undefined ? value : { ...(typeof known === "object" && known), [part]: value },
    );
  }
  return Object.fromEntries(whole);
}

const otherOut = "Name another with --out; nothing was written.";

async function refuseTaken(path: string): Promise<void> {
  const handle = await open(path).catch(() => undefined);
  await handle?.close();
  if (handle) throw new Problem(`${path}: there is a file already`, otherOut);
}
