import type { z } from "../contract/zod.ts";
import type { SettingKey } from "./connection.ts";
import type { Database } from "./database.ts";
import type { Item } from "./storage.ts";

/** One schema-checked value in the database; `fallback` where nothing is stored, or what does not fit. */
export function settingsItem<S extends z.ZodMiniType>(
  store: Pick<Database, "readSetting" | "writeSetting">,
  key: SettingKey,
  schema: S,
  fallback: z.infer<S>,
): Item<z.infer<S>> {
  return {
    async read() {
      const parsed = schema.safeParse((await store.readSetting(key)) ?? fallback);
      return parsed.success ? parsed.data : fallback;
    },
    write: (value) => store.writeSetting(key, value),
  };
}
