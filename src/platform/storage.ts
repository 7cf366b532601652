import type { z } from "../contract/zod.ts";

/** The part of a storage area that is used. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface Item<V> {
  /** The fallback where nothing is stored, or where what is stored does not fit the schema. */
  read(): Promise<V>;
  write(value: V): Promise<void>;
}

/** One schema-checked value under one key of a storage area. */
export function item<S extends z.ZodMiniType>(
  area: StorageArea,
  key: string,
  schema: S,
  fallback: z.infer<S>,
): Item<z.infer<S>> {
  return {
    async read() {
      const parsed = schema.safeParse((await area.get(key))[key]);
      return parsed.success ? parsed.data : fallback;
    },
    async write(value) {
      await area.set({ [key]: value });
    },
  };
}
