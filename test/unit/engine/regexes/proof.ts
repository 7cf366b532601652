/** Why a regular expression takes time that is linear in the text that it searches. */
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

// The checker in JavaScript: it would otherwise start a program for this machine, or Java.
process.env["RECHECK_SYNC_BACKEND"] = "pure";
const { checkSync } = await import("recheck");

const parser = new RegExpParser({ ecmaVersion: 2024 });

/**
 * - `bounded`: no match is longer than a constant, so each place in the text costs at most a constant.
 * - `proven`: recheck's automaton finds no ambiguity that grows with the text.
 * - otherwise the expression has to be changed.
 */
export type Proof = "bounded" | "proven" | `not proven: ${string}`;

export function prove(source: string, flags: string): Proof {
  const pattern = parser.parsePattern(source, 0, source.length, flags.includes("u"));
  const looks = looksOf(pattern);
  if (longest(pattern) < Infinity && looks.every((look) => longest(look) < Infinity)) return "bounded";
  const unbounded = looks.find((look) => longest(look) === Infinity);
  if (unbounded) return `not proven: ${unbounded.raw} may look any number of characters far`;
  // The automaton knows no looks. Without them more may match: all that is tried with them is tried without, if nothing
  // that is found ends the search; for that there is a last character which no text has.
  const text = looks.length === 0 ? source : `(?:${without(source, looks)})\\0`;
  const checked = checkSync(text, flags.replace(/[gy]/g, ""), {
    checker: "automaton",
    timeout: 180_000,
  });
  if (checked.status === "unknown") return `not proven: ${checked.error.kind}`;
  return checked.status === "safe" && !checked.complexity.isFuzz
    ? "proven"
    : `not proven: ${checked.complexity.summary}`;
}

/** Looks ahead and behind, outermost only. */
function looksOf(pattern: AST.Pattern): AST.LookaroundAssertion[] {
  const found: AST.LookaroundAssertion[] = [];
  visitRegExpAST(pattern, {
    onAssertionEnter(node) {
      if (node.kind !== "lookahead" && node.kind !== "lookbehind") return;
      if (!found.some(({ start, end }) => start <= node.start && node.end <= end)) found.push(node);
    },
  });
  return found;
}

function without(source: string, looks: readonly AST.LookaroundAssertion[]): string {
  let text = source;
  for (const { start, end } of looks.toSorted((a, b) => b.start - a.start))
    text = `${text.slice(0, start)}(?:)${text.slice(end)}`;
  return text;
}

/** Most characters that a node may match; for a look: that it may look at. */
function longest(node: AST.Node): number {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return Math.max(...node.alternatives.map(longest));
    case "Assertion":
      return "alternatives" in node ? Math.max(...node.alternatives.map(longest)) : 0;
    case "Alternative":
      return node.elements.reduce((sum, element) => sum + longest(element), 0);
    case "Quantifier":
      return node.max === 0 ? 0 : node.max * longest(node.element);
    case "Character":
    case "CharacterClass":
    case "CharacterSet":
      return 1;
    default:
      return Infinity;
  }
}
