/** The part of `storage.managed` that is used. */
export interface ManagedArea {
  get(): Promise<Record<string, unknown>>;
}

export interface Managed {
  /** What the admin has set; empty where there is no managed policy, or (Chrome, early) none has been seen yet. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The browser drops values that do not fit its schema without a word: an absent value may be a broken one. */
  readonly dropsSilently: boolean;
}

/**
 * Reads the managed policy. Without one Chrome gives `{}` and Firefox rejects; only Chrome checks the values itself,
 * and only Chrome may answer `{}` for some seconds after the browser has started. Rejects where Chrome does: there
 * it is a fault, and a policy that cannot be read must not be taken for none.
 */
export async function readManaged(area: ManagedArea, isFirefox: boolean): Promise<Managed> {
  if (!isFirefox) return { values: await area.get(), dropsSilently: true };
  try {
    return { values: await area.get(), dropsSilently: false };
  } catch {
    // "Managed storage manifest not found".
    return { values: {}, dropsSilently: false };
  }
}
