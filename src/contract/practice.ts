import type * as engine from "../engine/model.ts";
import { z } from "./zod.ts";

const line = z.string().check(z.maxLength(300));
const lines = z._default(z.array(line).check(z.maxLength(200)), []);

/** The practice's own profile. Every field but the name may be left out. */
export const practice = z.object({
  name: line,
  aliases: lines,
  addresses: lines,
  phones: lines,
  emails: lines,
  websites: lines,
  handles: lines,
  staff: z._default(z.array(z.object({ name: line, role: z.optional(line) })).check(z.maxLength(500)), []),
}) satisfies z.ZodMiniType<engine.Practice>;

export const emptyPractice: engine.Practice = practice.parse({ name: "" });
