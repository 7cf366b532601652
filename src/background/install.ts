/**
 * Puts the guard into tabs that were open before it: browsers do so for new pages only, and an update leaves the old
 * script in its page without a worker.
 */
export function onInstalled(reason: string, inject: () => Promise<void>): void {
  // A new version of the browser keeps its pages' scripts.
  if (reason === "install" || reason === "update") void inject();
}
