import type { PatientsStanding } from "../contract/patients.ts";
import type { Patients } from "./patients.ts";
import { expiryOf } from "./patients-state.ts";

/** How the list stands, for the extension's pages. A file whose header cannot be read says no more than its state. */
export function standingOfPatients(
  patients: Pick<Patients, "inForce" | "setAside">,
  arrival: PatientsStanding["arrival"],
): PatientsStanding {
  const list = patients.inForce();
  const about = { awaited: list.state === "awaited", setAside: patients.setAside(), arrival };
  if (!("id" in list)) return { ...about, list: null };
  const { id, source, state, header } = list;
  return {
    ...about,
    list: {
      id,
      source,
      state,
      created: header ? Date.parse(header.created) : null,
      expires: header ? expiryOf(header) : null,
      bucket: header?.people ?? null,
      people: state === "open" ? list.index.people : null,
      locks: header?.locks.map(({ kind }) => kind) ?? [],
    },
  };
}
