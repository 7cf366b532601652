import { z } from "./zod.ts";

/** What an admin writes: not empty, without the white space around it, of at most so many UTF-16 units. */
export const writtenText = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "must not be empty"),
      z.maxLength(most, `must have at most ${most} characters`),
    );
