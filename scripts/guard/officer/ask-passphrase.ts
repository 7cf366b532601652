/** A passphrase from the terminal, which does not show it; or all of standard input, where that is no terminal. */
import { passphraseFault, passphraseLimit, passphraseOf } from "../../../src/patient-list/passphrase.ts";
import { Problem } from "../problem.ts";

const remedy = "Take a longer one, or let guard make one: guard patients passphrase > F";

/** @throws {Problem} for a weak one, for two that differ, and where the person breaks off. */
export async function askNewPassphrase(): Promise<string> {
  const passphrase = process.stdin.isTTY ? await typedTwice() : passphraseOf(await piped());
  if (passphrase === "")
    throw new Problem("there is no passphrase on standard input", "Write it on the first line.");
  const fault = passphraseFault(passphrase);
  if (fault !== undefined) throw new Problem(fault, remedy);
  return passphrase;
}

async function typedTwice(): Promise<string> {
  const first = await typed("Passphrase (it is not shown): ");
  const again = await typed("The same again: ");
  if (first === again) return first;
  throw new Problem("the two are not the same", "Type it once more.");
}

async function piped(): Promise<string> {
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const part of process.stdin) {
    text += String(part);
    if (text.length > passphraseLimit + 4)
      throw new Problem("standard input is too long for a passphrase", "Give nothing but the passphrase.");
  }
  return text;
}

/** Reads keys one by one: a terminal that shows nothing can mend nothing either. */
function typed(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stdin.setEncoding("utf8");
  // First: what is typed or pasted as soon as the question is seen must not be shown either.
  stdin.setRawMode(true);
  stdin.resume();
  stderr.write(prompt);
  return new Promise((resolve, reject) => {
    let letters: string[] = [];
    const end = (settle: () => void): void => {
      stdin.off("data", take);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write("\n");
      settle();
    };
    const take = (text: string | Buffer): void => {
      for (const letter of Array.from(String(text))) {
        if (letter === "\r" || letter === "\n") return end(() => resolve(letters.join("")));
        if (letter === "\u0003" || letter === "\u0004")
          return end(() => reject(new Problem("broken off", "Nothing was written.")));
        if (letter === "\u007f" || letter === "\b") letters = letters.slice(0, -1);
        else if (letter === "\u0015") letters = [];
        else if (!/\p{Cc}/u.test(letter)) letters.push(letter);
      }
    };
    stdin.on("data", take);
  });
}
