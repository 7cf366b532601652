// Where the two browsers are. Plain Node without packages: the set-up runs before anything is installed.
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

export const cacheFolder = join(import.meta.dirname, "..", ".cache", "browsers");

/**
 * Google Chrome is not in the list: since version 137 it ignores `--load-extension`. Chromium and Chrome for Testing
 * still take it.
 */
const places = {
  chromium: {
    variable: "CHROMIUM",
    commands: ["chromium", "chromium-browser"],
    linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"],
    darwin: ["/Applications/Chromium.app/Contents/MacOS/Chromium"],
    win32: [
      "%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe",
      "%ProgramFiles%\\Chromium\\Application\\chrome.exe",
    ],
    downloaded: ["chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"],
  },
  firefox: {
    variable: "FIREFOX",
    commands: ["firefox-esr", "firefox"],
    linux: ["/usr/bin/firefox-esr", "/usr/lib/firefox/firefox", "/opt/firefox/firefox"],
    darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    win32: ["%ProgramFiles%\\Mozilla Firefox\\firefox.exe"],
    downloaded: ["firefox", "firefox.exe"],
  },
};

/** The path of the browser's executable, or undefined. The environment variable CHROMIUM or FIREFOX goes first. */
export function findBrowser(name) {
  const place = places[name];
  const given = process.env[place.variable];
  if (given !== undefined && given !== "") {
    if (!existsSync(given)) throw new Error(`${place.variable} names ${given}, which does not exist`);
    return given;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    ...(place[process.platform] ?? []).map(expand),
    ...(process.platform === "win32"
      ? []
      : folders.flatMap((folder) => place.commands.map((command) => join(folder, command)))),
  ];
  return (
    candidates.find((path) => existsSync(path)) ?? findDownloaded(join(cacheFolder, name), place.downloaded)
  );
}

/** The path of the browser's executable; without one, an error that says what to do. */
export function requireBrowser(name) {
  const path = findBrowser(name);
  if (path === undefined) {
    throw new Error(
      `${name} was not found. Run "npm run setup", or set ${places[name].variable} to its executable.`,
    );
  }
  return path;
}

function expand(path) {
  return path.replaceAll(/%(\w+)%/g, (_, variable) => process.env[variable] ?? "");
}

/** Downloads are nested differently on each system; macOS has the deepest tree. */
function findDownloaded(folder, names, depth = 7) {
  if (depth === 0 || !existsSync(folder)) return undefined;
  const entries = readdirSync(folder, { withFileTypes: true });
  const file = entries.find((entry) => entry.isFile() && names.includes(entry.name));
  if (file) return join(folder, file.name);
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const found = findDownloaded(join(folder, entry.name), names, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
