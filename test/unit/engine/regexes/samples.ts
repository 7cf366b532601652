/** Writes texts that a regular expression may match, to see what it does with them. */
import { type AST, RegExpParser } from "@eslint-community/regexpp";

const parser = new RegExpParser({ ecmaVersion: 2024 });
/** A whole number below `size`. */
export type Pick = (size: number) => number;

/** Always the same row of numbers for a seed (a linear congruential generator, as in Numerical Recipes). */
export function toPick(seed: number): Pick {
  let state = seed;
  return (size) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
}

/** What looks ahead or behind is not kept to: most samples match, some do not. */
export function sample({ source, flags }: RegExp, pick: Pick): string {
  return write(parser.parsePattern(source, 0, source.length, flags.includes("u")), pick);
}

const anySigns = ["a", "e", "s", "t", "0", "7", " ", "-", "\u{1f600}"];

function write(node: AST.Node, pick: Pick): string {
  switch (node.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup": {
      const branch = node.alternatives[pick(node.alternatives.length)];
      return branch ? write(branch, pick) : "";
    }
    case "Alternative":
      return node.elements.map((element) => write(element, pick)).join("");
    case "Quantifier": {
      const count = node.min + pick(Math.min(node.max, node.min + 4) - node.min + 1);
      return Array.from({ length: count }, () => write(node.element, pick)).join("");
    }
    case "Character":
      return String.fromCodePoint(node.value);
    case "CharacterClass": {
      const element = node.elements[pick(node.elements.length)];
      return node.negate || !element ? outside(node.raw, pick) : write(element, pick);
    }
    case "CharacterClassRange":
      return String.fromCodePoint(node.min.value + pick(node.max.value - node.min.value + 1));
    case "CharacterSet":
      return outside(node.raw, pick);
    default:
      return "";
  }
}

function outside(raw: string, pick: Pick): string {
  const one = new RegExp(raw, /\\p/i.test(raw) ? "u" : "");
  const signs = anySigns.filter((sign) => one.test(sign));
  return signs[pick(signs.length)] ?? "A";
}
