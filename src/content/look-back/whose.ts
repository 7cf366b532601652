/** Whether a name that a site shows is the practice's. */
import type { LookBackTask } from "../../contract/look-back.ts";

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Of `@name`, an address that ends in it, or a path. */
export const plainHandle = (text: string): string =>
  (
    text
      .trim()
      .toLowerCase()
      .replace(/[?#].*$/, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? ""
  ).replace(/^@/, "");

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

/** What a template's `{practice}` stands for in a line; "" where it names none; undefined: the line is no such line. */
export function practiceIn(line: string, template: string): string | undefined {
  const parts = template.split(/(\{person\}|\{practice\})/);
  const pattern = parts
    .map((part) =>
      part === "{person}" ? ".{1,100}?" : part === "{practice}" ? "(?<practice>.{1,200})" : escaped(part),
    )
    .join("");
  const found = new RegExp(`^${pattern}$`, "isu").exec(line);
  return found ? (found.groups?.["practice"] ?? "") : undefined;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
