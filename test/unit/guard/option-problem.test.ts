import { parseArgs } from "node:util";
import { describe, expect, it } from "vitest";
import { optionProblem } from "../../../scripts/guard/option-problem.ts";

function problemWith(...args: string[]): string | undefined {
  try {
    parseArgs({ args, options: { in: { type: "string" }, json: { type: "boolean" } } });
    return undefined;
  } catch (error) {
    return optionProblem(error);
  }
}

describe("what is wrong with the options of a command", () => {
  it.each<[string, string[], string]>([
    ["one that there is not", ["--fiile", "p.json"], "there is no option --fiile here"],
    [
      "one that there is not, with a value",
      ["--passphrase=four quiet herons"],
      "there is no option --passphrase here",
    ],
    ["a short one", ["-z"], "there is no option -z here"],
    ["one without its value", ["--in"], "the option --in needs a value after it"],
    ["one with another in place of its value", ["--in", "--json"], "the option --in needs a value after it"],
    ["one with a value too many", ["--json=yes"], "the option --json takes no value"],
    [
      "a stray word",
      ["four quiet herons"],
      "a word stands where an option is expected: each value follows the option that it is for",
    ],
    ["no name of an option", ["--Ünïcode"], "an option is not known, or has no value"],
  ])("names %s, and quotes no value", (_name, args, words) => {
    expect(problemWith(...args)).toBe(words);
  });

  it("is nothing where the error is another", () => {
    expect([problemWith("--in", "x"), optionProblem(new TypeError("x")), optionProblem("x")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
