/** `guard policy init`: a first policy, from a few questions or from flags. Never in place of a file that is there. */
import { open, rm } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import type { Interface } from "node:readline/promises";
import { choices } from "../../../src/contract/choices.ts";
import type { Choice, ChoiceValue } from "../../../src/contract/choices.ts";
import { meaningOf } from "../../../src/contract/meanings.ts";
import { settings } from "../../../src/contract/policy.ts";
import type { ChoiceName } from "../../../src/contract/policy.ts";
import { Problem } from "../problem.ts";
import { explanation } from "./explain.ts";
import { fileText } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { nearest } from "./nearest.ts";
import { validPolicy } from "./read-policy.ts";
import { statesOf } from "./setting-words.ts";

/** What every practice has to decide; `--set` takes any choice. */
const asked: readonly ChoiceName[] = ["strictness", "postAnyway", "reasonRequired", "unchecked"];

export async function initPolicy(out: string, set: readonly string[] | undefined): Promise<number> {
  await refuseTaken(out);
  if (set === undefined && !process.stdin.isTTY)
    throw new Problem(
      "there is nobody to ask: standard input is no terminal",
      `Say what to write, for instance: --set strictness=strict. There are:\n${knownWords()}`,
    );
  const answers = set === undefined ? await ask() : new Map(set.map(readFlag));
  const policy = validPolicy(policyOf(answers), () => out);
  await writeFresh(out, fileText(policy));
  console.log(explanation(statesOf(policy)));
  console.error(
    `guard: ${out} is written. What it means stands above; guard policy explain ${out} says it again.`,
  );
  return 0;
}

async function ask(): Promise<Map<Choice, ChoiceValue>> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-D would otherwise leave the question without an answer for ever.
  const ended = new AbortController();
  lines.once("close", () => ended.abort());
  try {
    const answers = new Map<Choice, ChoiceValue>();
    for (const choice of choices.filter(({ setting, part }) => part === undefined && asked.includes(setting)))
      answers.set(choice, await askOne(lines, choice, ended.signal));
    return answers;
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError")
      throw new Problem("the questions were not answered", "Nothing was written. Begin again, or use --set.");
    throw error;
  } finally {
    lines.close();
  }
}

async function askOne(lines: Interface, choice: Choice, signal: AbortSignal): Promise<ChoiceValue> {
  const { title, words } = settings[choice.setting];
  const rows = choice.values.map((value, index) => {
    const usual = value === choice.fallback ? " (default)" : "";
    return `  ${index + 1}  ${String(value)}${usual}: ${meaningOf(choice, value)}`;
  });
  for (;;) {
    const said = await lines.question(
      `\n${title}. ${words}\n${rows.join("\n")}\nNumber or word, or Enter for the default: `,
      { signal },
    );
    const wanted = said.trim().toLowerCase();
    if (wanted === "") return choice.fallback;
    const value = choice.values.find((one, index) => String(one) === wanted || String(index + 1) === wanted);
    if (value !== undefined) return value;
    process.stderr.write(`That is none of them. Write a number from 1 to ${choice.values.length}.\n`);
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

const taken = (path: string): Problem =>
  new Problem(`${path}: there is a file already`, "Name another with --out; nothing was written.");

async function refuseTaken(path: string): Promise<void> {
  const handle = await open(path).catch(() => undefined);
  await handle?.close();
  if (handle) throw taken(path);
}

async function writeFresh(path: string, content: string): Promise<void> {
  const handle = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EEXIST"
      ? taken(path)
      : new Problem(
          `${path}: the file cannot be written`,
          "Check that the folder is there and may be written to.",
        );
  });
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch {
    await rm(path, { force: true });
    throw new Problem(`${path}: the file cannot be written`, "Check that the disk has room.");
  } finally {
    await handle.close();
  }
}
