/** `guard patients rotate`, `add` and `remove`: a list is opened, changed, and sealed under a fresh key. */
import { editIndex } from "../../../src/engine/patients/index.ts";
import type { IndexBuilder, SerializedIndex } from "../../../src/engine/patients/index.ts";
import type { SealedHeader } from "../../../src/contract/sealed-list.ts";
import { newListId } from "../../../src/patient-list/seal.ts";
import { Problem } from "../problem.ts";
import { faultsOf, readPeople } from "./read-people.ts";
import { endOf, readLocks, summaryOf, writeSealed } from "./seal-list.ts";
import type { NewKeys } from "./seal-list.ts";
import { openList, readBytes } from "./sealed-file.ts";
import type { Keys } from "./sealed-file.ts";
import { keepApart } from "../write-file.ts";

export interface ChangeOptions extends Keys {
  readonly in: string;
  readonly out: string;
  readonly newPassphraseFile?: string | undefined;
  readonly newManagedKeyFile?: string | undefined;
  readonly expires?: string | undefined;
}

export async function rotateList(options: ChangeOptions): Promise<number> {
  if (options.newPassphraseFile === undefined && options.newManagedKeyFile === undefined)
    throw new Problem(
      "there is no new passphrase or key",
      "Add --new-passphrase-file F, --new-managed-key-file K, or both.",
    );
  return changeList(options, [], (index) => index);
}

export async function addPeople(options: ChangeOptions, personFile: string): Promise<number> {
  return changeList(options, [personFile], async (index) => {
    const builder = editIndex(index);
    const read = await readPeople(
      personFile,
      await readBytes(personFile, "list of people"),
      undefined,
      (person) => builder.add(person),
    );
    console.error(summaryOf(personFile, read, undefined).join("\n"));
    if (faultsOf(read).length > 0) throw nothingWritten(personFile);
    return finished(builder);
  });
}

export async function removePeople(options: ChangeOptions, personFile: string): Promise<number> {
  return changeList(options, [personFile], async (index) => {
    const builder = editIndex(index);
    const before = builder.people;
    let missing = 0;
    let found = 0;
    const read = await readPeople(
      personFile,
      await readBytes(personFile, "list of people"),
      undefined,
      (person) => {
        const removed = builder.remove(person);
        missing += removed.missing;
        found += removed.found;
        return "added";
      },
    );
    if (faultsOf(read).length > 0) {
      console.error(summaryOf(personFile, read, undefined).join("\n"));
      throw nothingWritten(personFile);
    }
    if (found === 0)
      throw new Problem(
        `${personFile}: nobody of these is on the list`,
        "Write the names as the list was made from them.",
      );
    const gone = before - builder.people;
    console.error(
      `${gone === 1 ? "1 person" : `${gone.toLocaleString("en-US")} people`} removed; ${found} names and contacts found, ${missing} were not on the list
Handles, phones and other contacts that the file does not name stay on the list.`,
    );
    return finished(builder);
  });
}

const nothingWritten = (file: string): Problem =>
  new Problem(`${file}: rows cannot be used, and nothing was written`, "Correct or delete these rows.");

const finished = (builder: IndexBuilder): SerializedIndex => builder.finish(newListId());

async function changeList(
  options: ChangeOptions,
  alsoRead: readonly string[],
  change: (index: SerializedIndex) => SerializedIndex | Promise<SerializedIndex>,
): Promise<number> {
  const { passphraseFile, managedKeyFile, newPassphraseFile, newManagedKeyFile } = options;
  await keepApart(
    [options.out, newManagedKeyFile],
    [options.in, passphraseFile, managedKeyFile, newPassphraseFile, ...alsoRead],
  );
  // An expired list may be opened here: it is what an admin renews.
  const { index, header } = await openList(
    options.in,
    await readBytes(options.in, "sealed list"),
    options,
    0,
  );
  const keys: NewKeys = {
    passphraseFile: newPassphraseFile ?? passphraseFile,
    managedKeyFile: newManagedKeyFile === undefined ? managedKeyFile : undefined,
    newManagedKeyFile,
  };
  keepLocks(options.in, header, keys);
  const expires = expiresOf(options, header);
  const locks = await readLocks(keys);
  const changed = await change(index);
  await writeSealed({ ...changed, id: newListId() }, options.out, expires, locks);
  return 0;
}

/** A list must not lose a way to open it because an option was forgotten. */
function keepLocks(file: string, { locks }: SealedHeader, keys: NewKeys): void {
  const kinds = new Set(locks.map(({ kind }) => kind));
  if (kinds.has("passphrase") && keys.passphraseFile === undefined)
    throw new Problem(
      `${file}: the list also opens with a passphrase`,
      "Add --passphrase-file F or --new-passphrase-file F.",
    );
  if (kinds.has("managed") && keys.managedKeyFile === undefined && keys.newManagedKeyFile === undefined)
    throw new Problem(
      `${file}: the list also opens with a managed key`,
      "Add --managed-key-file K to keep that key, or --new-managed-key-file K for a new one.",
    );
}

function expiresOf({ in: file, expires }: ChangeOptions, header: SealedHeader): number | null {
  if (expires !== undefined) return endOf(expires);
  if (header.expires === null) return null;
  if (Date.parse(header.expires) > Date.now()) return Date.parse(header.expires);
  throw new Problem(`${file}: the list has expired`, "Give a new last day: --expires YYYY-MM-DD");
}
