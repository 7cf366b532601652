/** `--set PATH=VALUE` of `guard policy init`: any setting or part of one. */
import { choices } from "../../../src/contract/choices.ts";
import { levelsFor } from "../../../src/contract/policy-file.ts";
import { declared, leveledNames } from "../../../src/contract/policy.ts";
import { isList, isObject, own } from "../../../src/policy-file/json.ts";
import type { Json } from "../../../src/policy-file/json.ts";
import { nearest } from "../../../src/policy-file/nearest.ts";
import { Problem } from "../problem.ts";
import { policyShape } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** What each path takes, below the whole policy. A list takes one entry each time it is named. */
const flags: ReadonlyMap<string, Shape> = new Map(
  pathsOf(policyShape(), "").filter(([path]) => !opensSomething(path)),
);

/** An option's value is seen in the list of processes, and stays in the shell's history. */
function opensSomething(path: string): boolean {
  const [name, ...rest] = path.split(".");
  const secret = Object.entries(declared).find(([one]) => one === name)?.[1].secret ?? [];
  return secret.length > 0 && (rest.length === 0 || secret.includes(rest.join(".")));
}

function pathsOf(shape: Shape, path: string): [string, Shape][] {
  if (!shape.properties) return [[path, shape]];
  return Object.entries(shape.properties).flatMap(([name, one]) =>
    pathsOf(one, path === "" ? name : `${path}.${name}`),
  );
}

const values: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...choices.map((choice) => [choice.path, choice.values.map(String)] as const),
  ...leveledNames.map((name) => [`levels.${name}`, levelsFor(name)] as const),
]);

/** One line for each path. */
export const knownFlags = (): string =>
  [...flags].map(([path, shape]) => `  ${path}=${values.get(path)?.join("|") ?? kindOf(shape)}`).join("\n");

function kindOf({ type, items }: Shape): string {
  if (type === "array")
    return items?.type === "object" ? "{ JSON of one entry }" : "TEXT, once for each entry";
  return type === "integer" ? "NUMBER" : "TEXT";
}

/** Throws a `Problem` where a flag names nothing, or has no value that can be read. */
export function policyOfFlags(set: readonly string[]): Record<string, Json> {
  const policy: Record<string, Json> = {};
  for (const flag of set) {
    const cut = flag.indexOf("=");
    const path = cut < 0 ? flag : flag.slice(0, cut);
    const shape = flags.get(path);
    if (!shape) throw unknownPath(path);
    const value = valueOf(path, shape, cut < 0 ? "" : flag.slice(cut + 1));
    put(policy, path.split("."), value, shape.type === "array");
  }
  return policy;
}

function unknownPath(path: string): Problem {
  if (opensSomething(path))
    return new Problem(
      `--set ${path} would show a secret to whoever sees the list of processes, or the shell's history`,
      path === "approvers"
        ? "guard policy approver writes the entry into the file."
        : "Write it into the file with an editor.",
    );
  const below = [...flags.keys()].filter((one) => one.startsWith(`${path}.`));
  if (below.length > 0)
    return new Problem(`--set ${path} has parts`, `Name one: ${below.map((one) => `${one}=…`).join(", ")}`);
  const near = nearest(path, [...flags.keys()]);
  return new Problem(
    "--set names no setting of this version",
    near === undefined ? `There are:\n${knownFlags()}` : `Did you mean ${near}?`,
  );
}

function valueOf(path: string, shape: Shape, said: string): Json {
  const known = values.get(path);
  if (known !== undefined && !known.includes(said))
    throw new Problem(
      `--set ${path} has no such value`,
      `Write one of: ${known.map((one) => `${path}=${one}`).join(", ")}`,
    );
  if (shape.type === "boolean") return said === "true";
  if (shape.type === "integer") {
    if (/^\d{1,9}$/.test(said)) return Number(said);
    throw new Problem(`--set ${path} is no whole number`, `Write digits alone: ${path}=6`);
  }
  if (shape.items?.type !== "object") return said;
  try {
    return JSON.parse(said) as Json;
  } catch {
    throw new Problem(
      `--set ${path} takes an entry as JSON`,
      `For instance: --set '${path}={ "${Object.keys(shape.items.properties ?? {})[0] ?? "text"}": "…" }'`,
    );
  }
}

/** Below `into`; `isEntry`: as one more entry of the list there. */
export function put(
  into: Record<string, Json>,
  [key = "", ...rest]: readonly string[],
  value: Json,
  isEntry = false,
): void {
  const known = own(into, key);
  if (rest.length > 0) {
    const inner: Record<string, Json> = isObject(known) ? { ...known } : {};
    put(inner, rest, value, isEntry);
    into[key] = inner;
  } else into[key] = isEntry ? [...(isList(known) ? known : []), value] : value;
}
