/** Whether a name that a site shows is the practice's. */
import type { LookBackTask } from "../../contract/look-back.ts";
import { withoutEnd } from "./without-end.ts";

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Of `@name`, an address that ends in it, or a path. */
export function plainHandle(text: string): string {
  const [address = ""] = text.trim().toLowerCase().split(/[?#]/);
  return (withoutEnd(address, "/").split("/").at(-1) ?? "").replace(/^@/, "");
}

/** Facebook's page for all who have chosen no handle: their number stands in the query. */
const nobodys = "profile.php";

export interface Whose {
  readonly isName: (name: string) => boolean;
  readonly isHandle: (handle: string) => boolean;
}

export function whoseIs({ names, handles }: Pick<LookBackTask, "names" | "handles">): Whose {
  const known = new Set(names.map(plain).filter((name) => name !== ""));
  const knownHandles = new Set(
    handles.map(plainHandle).filter((handle) => handle !== "" && handle !== nobodys),
  );
  return {
    isName: (name) => known.has(plain(name)),
    isHandle: (handle) => knownHandles.has(plainHandle(handle)),
  };
}

/** Longest name in a line, in UTF-16 units. */
const longest = { "{person}": 100, "{practice}": 200 } as const;

/** What a template's `{practice}` stands for in a line; "" where it names none; undefined: it is no such line. */
export function practiceIn(line: string, template: string): string | undefined {
  const text = line.toLowerCase();
  // A few letters are two in lower case; then the places differ.
  const said = text.length === line.length ? line : text;
  const [first = "", ...parts] = template.split(/(\{person\}|\{practice\})/);
  if (!text.startsWith(first)) return undefined;
  let at = first.length;
  let practice = "";
  for (let next = 0; next < parts.length; next += 2) {
    const name = parts[next] === "{practice}" ? "{practice}" : "{person}";
    const behind = parts[next + 1] ?? "";
    const isLast = next + 2 === parts.length;
    const end = isLast ? text.length - behind.length : text.indexOf(behind, at + 1);
    if (end <= at || end - at > longest[name] || !text.startsWith(behind, end)) return undefined;
    if (name === "{practice}") practice = said.slice(at, end);
    at = end + behind.length;
  }
  return at === text.length ? practice : undefined;
}
