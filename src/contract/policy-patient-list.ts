/** What a managed policy says about the practice's patient list. */
import { calendarDay } from "./calendar-day.ts";
import { z } from "./zod.ts";

const addressLimit = 2000;
/** As address: the practice hands out no list any more. */
export const withdrawn = "none";

/** Chrome cannot tell a setting that was taken away from a value that it refused: an admin has to say which it is. */
export const isWithdrawn = (given: unknown): boolean =>
  typeof given === "object" && given !== null && "address" in given && given.address === withdrawn;

function addressProblem(text: string): string | undefined {
  if (text.length > addressLimit) return `is longer than ${addressLimit} characters`;
  if (!URL.canParse(text)) return "is no address";
  const { protocol, username, password, hash } = new URL(text);
  if (protocol !== "https:") return "must begin with https://";
  if (username !== "" || password !== "") return "must not hold a user name or password";
  if (hash !== "") return "must not have a part after #";
  return undefined;
}

/** Where something is fetched from or sent to. */
export const address = z.string().check(({ value, issues }) => {
  const problem = addressProblem(value);
  if (problem !== undefined) issues.push({ code: "custom", message: problem, input: value });
});

/** 32 bytes in base64. It opens the list, so it is as secret as the list. */
export const managedKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, "must be 32 bytes in base64 (44 characters)"));

/**
 * Without `key` each browser asks for the passphrase once after its start. How long a list is good it says itself;
 * `expires` may say less: from the beginning of that day it is not used.
 */
export const managedList = z.strictObject({
  address,
  sha256: z
    .string()
    .check(
      z.regex(/^[0-9a-fA-F]{64}$/, "must be the 64 hexadecimal digits of the file's SHA-256"),
      z.toLowerCase(),
    ),
  key: z.optional(managedKey),
  expires: z.optional(calendarDay),
});
export type ManagedList = z.infer<typeof managedList>;
