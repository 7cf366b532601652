import type { Permission } from "./messages.ts";

/** Whether this may be given as the reason for posting a draft anyway. The page asks for it so, and the worker looks again. */
export function isReasonGiven(
  { reasonRequired, reasons, freeText }: Pick<Permission, "reasonRequired" | "reasons" | "freeText">,
  reason: string | undefined,
): boolean {
  const given = reason?.trim() ?? "";
  return given === "" ? !reasonRequired : freeText || reasons.includes(given);
}
