import { buildPages } from "./build-pages.ts";

/** Test files that start side by side find the composer pages built; each would build them in the same place. */
export async function setup(): Promise<void> {
  await buildPages();
}
