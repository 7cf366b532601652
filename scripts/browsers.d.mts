export type BrowserName = "chromium" | "firefox";
export const cacheFolder: string;
export function findBrowser(name: BrowserName): string | undefined;
export function requireBrowser(name: BrowserName): string;
