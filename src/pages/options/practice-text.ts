/** The practice profile as lines of text, and back. Pure. */
import type { Practice } from "../../engine/model.ts";

type Staff = Practice["staff"];

export function toLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Titles that follow a name after a comma belong to it: "Kira Thompson, NP" is one name. */
const credential = /^(?:[A-Z][A-Za-z]{0,2}\.?-?){1,3}[A-Z]?$/;

export function readStaff(text: string): { name: string; role?: string }[] {
  return toLines(text).map((line) => {
    const parts = line.split(",").map((part) => part.trim());
    let names = 1;
    while (names < parts.length && credential.test(parts[names] ?? "")) names += 1;
    const name = parts.slice(0, names).join(", ");
    const role = parts.slice(names).join(", ");
    return role === "" ? { name } : { name, role };
  });
}

export function formatStaff(staff: Staff): string {
  return staff.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)).join("\n");
}
