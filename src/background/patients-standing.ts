import type { PatientsStanding } from "../contract/patients.ts";
import type { Patients } from "./patients.ts";
import { expiryOf } from "./patients-state.ts";
import { earliest } from "./policy.ts";

/**
 * How the list stands, for the extension's pages. A file whose header cannot be read says no more than its state.
 * `inPolicy`: from when the policy lets the practice's list not be used, in milliseconds since 1970.
 */
export function standingOfPatients(
  patients: Pick<Patients, "inForce" | "setAside">,
  arrival: PatientsStanding["arrival"],
  inPolicy: number | null = null,
): PatientsStanding {
  const list = patients.inForce();
  const about = { awaited: list.state === "awaited", setAside: patients.setAside(), arrival };
  if (!("id" in list)) return { ...about, list: null };
  const { id, source, state, header } = list;
  const own = header ? expiryOf(header) : null;
  const other = source === "managed" ? inPolicy : null;
  const expires = earliest([own, other]);
  return {
    ...about,
    list: {
      id,
      source,
      state,
      created: header ? Date.parse(header.created) : null,
      expires,
      ...(expires !== null && { expiresBy: expires === own ? ("list" as const) : ("policy" as const) }),
      bucket: header?.people ?? null,
      people: state === "open" ? list.index.people : null,
      locks: header?.locks.map(({ kind }) => kind) ?? [],
    },
  };
}
