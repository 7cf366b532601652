/** Days of the record are UTC: they are the same for whoever reads it, and daylight saving leaves no hour in two of them. */

const dayMs = 86_400_000;

/** The day of an instant (milliseconds since 1970), `2026-11-25`. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const startOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

export const dayAfter = (day: string): string => dayOf(startOf(day) + dayMs);
