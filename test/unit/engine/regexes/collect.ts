/** Finds every regular expression of the sources: those written out, and those that are put together when a module loads. */
import { basename } from "node:path";
import { Visitor, parseSync } from "vite";
import { filesUnder, isCode, read } from "../../../house/repository.ts";

export interface Found {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** A place in the sources that puts an expression together. */
export interface Maker {
  readonly path: string;
  readonly line: number;
  /** `new RegExp`, or the function or tag that holds one. */
  readonly by: string;
  /** Runs when its module loads: not inside a function. */
  readonly atLoad: boolean;
}

/** Functions that put expressions together from what their callers give them, by name. */
export const makers: Readonly<Record<string, string>> = {
  rx: "src/engine/lexicon/find.ts",
  words: "src/engine/suggest/situation.ts",
};

export const sources = filesUnder("src").filter((path) => isCode(path) && !path.endsWith(".d.ts"));

/** @throws where a file does not parse. */
export function readSources(): { written: Found[]; made: Maker[]; texts: string[] } {
  const written: Found[] = [];
  const made: Maker[] = [];
  /** Methods of strings that make an expression of a text. */
  const texts: string[] = [];
  for (const path of sources) {
    const code = read(path);
    const { program, errors } = parseSync(path, code);
    if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
    let depth = 0;
    const into = (): void => void depth++;
    const out = (): void => void depth--;
    const make = (by: string, start: number): void => {
      made.push({ path, line: code.slice(0, start).split("\n").length, by, atLoad: depth === 0 });
    };
    const isMaker = (name: string): boolean => {
      const file = Object.hasOwn(makers, name) ? makers[name] : undefined;
      if (file === undefined || file === path) return file === path;
      // Other files may have a function of the same name.
      return new RegExp(`^import [^;]*\\b${name}\\b[^;]*/${basename(file)}";`, "m").test(code);
    };
    new Visitor({
      FunctionDeclaration: into,
      "FunctionDeclaration:exit": out,
      FunctionExpression: into,
      "FunctionExpression:exit": out,
      ArrowFunctionExpression: into,
      "ArrowFunctionExpression:exit": out,
      Literal(node) {
        if ("regex" in node) written.push({ path, source: node.regex.pattern, flags: node.regex.flags });
      },
      NewExpression(node) {
        if (node.callee.type === "Identifier" && node.callee.name === "RegExp")
          make("new RegExp", node.start);
      },
      TaggedTemplateExpression({ tag, start }) {
        if (tag.type === "Identifier" && isMaker(tag.name)) make(tag.name, start);
      },
      CallExpression({ callee, arguments: [first], start }) {
        if (callee.type === "Identifier" && (callee.name === "RegExp" || isMaker(callee.name)))
          make(callee.name, start);
        if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
        const isText =
          first?.type === "TemplateLiteral" || (first?.type === "Literal" && typeof first.value === "string");
        if (/^(?:match|matchAll|search)$/.test(callee.property.name) && isText)
          texts.push(`${path}:${start}`);
      },
    }).visit(program);
  }
  return { written, made, texts };
}

/** Runs `load`, and gives back every expression that `new RegExp` makes meanwhile. */
export async function observe(load: () => Promise<unknown>): Promise<Omit<Found, "path">[]> {
  const seen: Omit<Found, "path">[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, given: unknown[]) {
      const made: RegExp = Reflect.construct(target, given);
      seen.push({ source: made.source, flags: made.flags });
      return made;
    },
    apply() {
      throw new Error("RegExp called without new");
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = real;
  }
  return seen;
}
