import type { DBSchema, IDBPDatabase } from "idb";

type Opened<S extends DBSchema> = Promise<IDBPDatabase<S>>;

/** What a connection that is kept has to hear of. */
interface Ends {
  blocking(current: number, blocked: number | null, event: IDBVersionChangeEvent): void;
  terminated(): void;
}

/** One connection for the life of the context, opened at first use and again when the browser has closed it. */
export function keptOpen<S extends DBSchema>(open: (ends: Ends) => Opened<S>): () => Opened<S> {
  let opening: Opened<S> | undefined;
  const ends: Ends = {
    blocking(_current, _blocked, event) {
      // A newer version of the extension wants to upgrade: it must not wait for us.
      if (event.target instanceof IDBDatabase) event.target.close();
      opening = undefined;
    },
    terminated() {
      opening = undefined;
    },
  };
  return () => {
    opening ??= open(ends).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}
