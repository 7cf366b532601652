/** Puts on record what becomes of the patient list: whatever has changed it, and also where that was missed. */
import type { EntryBody, RecordEntry } from "../contract/record-entry.ts";
import type { RecordReader } from "../platform/record-store.ts";
import { closedCode } from "./patients-state.ts";
import type { InForce } from "./patients-state.ts";
import { entryOf } from "./record-read.ts";
import type { Room } from "./record-room.ts";

type ListChange = Extract<EntryBody, { kind: "list-change" }>;

export interface ListNoteParts {
  readonly store: Pick<RecordReader, "readKinds">;
  readonly room: Pick<Room, "note">;
}

export interface ListNotes {
  /** The list that comes next is the one before with some people more or less. */
  edited(id: string): void;
  /** Compares with what the record last told. Never rejects. */
  look(list: InForce): Promise<void>;
}

export function createListNotes({ store, room }: ListNoteParts): ListNotes {
  let last: Promise<void> = Promise.resolve();
  let editedId: string | undefined;

  async function lookNow(list: InForce): Promise<void> {
    const { lines } = await store.readKinds(["list-change"], 1);
    const [before] = lines.map(entryOf);
    const change = changeOf(list, before?.kind === "list-change" ? before : undefined, editedId);
    if (change) await room.note(change);
  }

  return {
    edited(id) {
      editedId = id;
    },
    look(list) {
      last = last.then(() => lookNow(list)).catch(() => undefined);
      return last;
    },
  };
}

/** Undefined: the record has it already. */
function changeOf(
  list: InForce,
  before: Extract<RecordEntry, { kind: "list-change" }> | undefined,
  editedId: string | undefined,
): ListChange | undefined {
  if (!("id" in list)) {
    // Of one that is awaited, nothing is known yet.
    if (list.state !== "none" || !before || before.change === "removed") return undefined;
    const { source, listId } = before;
    return { kind: "list-change", change: "removed", source, listId, people: null };
  }
  const { id, source, header } = list;
  const code = closedCode(list);
  const change = code === "expired" || code === "unusable" ? code : id === editedId ? "edited" : "adopted";
  if (before?.listId === id && isSame(before.change, change)) return undefined;
  return { kind: "list-change", change, source, listId: id, people: header?.people ?? null };
}

/** A list that was edited is in use, as one that was adopted. */
function isSame(before: ListChange["change"], now: ListChange["change"]): boolean {
  const isUse = (change: ListChange["change"]): boolean => change === "adopted" || change === "edited";
  return before === now || (isUse(before) && isUse(now));
}
