// Gets a fresh clone ready: packages and browsers. Plain Node, because nothing is installed yet.
//   node scripts/setup.mjs [--browser=chromium|firefox|none]     (both by default)
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, findBrowser } from "./browsers.mjs";
import { root, runStep } from "./run-step.mjs";

function say(line) {
  console.log(`setup: ${line}`);
}

function fail(line, output = "") {
  const tail = output.trim().split("\n").slice(-15).join("\n");
  if (tail !== "") console.error(tail);
  console.error(`setup: ${line}`);
  process.exit(1);
}

/** What npm, apt and the download tools say when the network is closed to them. */
function isNetwork(output) {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|getaddrinfo|Could not resolve|Temporary failure resolving|network/i.test(
    output,
  );
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
    fail(`Node ${process.versions.node} is too old: 20.19 or newer in the 20 line, or 22.12 or newer.`);
  }
  say(`Node ${process.versions.node}`);
}

/** What npm has written down as wanted and as installed; a package for another system may be missing. */
function isInstalled() {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const installed = read(installedFile);
  return Object.entries(read(join(root, "package-lock.json"))).every(
    ([path, { version, optional }]) =>
      path === "" || (installed[path] ? installed[path].version === version : optional === true),
  );
}

async function installPackages() {
  if (isInstalled()) {
    say("packages are installed");
    return;
  }
  say("installing packages (npm ci)");
  const { status, output } = await runStep("npm", ["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) {
    fail(
      isNetwork(output)
        ? "npm could not reach its registry. Packages need the network once; point npm at a mirror with `npm config set registry`."
        : "npm ci failed",
      output,
    );
  }
}

/** Debian packs both browsers. Ubuntu's packages of these names only fetch snaps, which do not run everywhere. */
function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false; // Not a Linux, or one that does not say what it is.
  }
}

async function findRootCommand() {
  if (process.getuid?.() === 0) return [];
  const { status } = await runStep("sudo", ["-n", "true"]);
  return status === 0 ? ["sudo", "-n"] : undefined;
}

async function installFromDebian(name) {
  const prefix = isDebian() ? await findRootCommand() : undefined;
  if (prefix === undefined) return false;
  const packageName = name === "firefox" ? "firefox-esr" : "chromium";
  const apt = async (...args) => {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    return runStep(command, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  say(`installing ${packageName} (apt-get)`);
  const install = ["install", "-y", "--no-install-recommends", packageName];
  if ((await apt(...install)).status === 0) return true;
  // A fresh container has no package lists yet.
  await apt("update");
  return (await apt(...install)).status === 0;
}

async function download(name) {
  const folder = join(cacheFolder, name);
  mkdirSync(folder, { recursive: true });
  say(`downloading ${name} into ${folder}`);
  return name === "chromium"
    ? runStep("npx", ["playwright", "install", "--no-shell", "chromium"], {
        env: { PLAYWRIGHT_BROWSERS_PATH: folder },
      })
    : runStep("npx", ["--yes", "@puppeteer/browsers", "install", "firefox@stable", "--path", folder]);
}

async function installBrowser(name) {
  if (findBrowser(name) === undefined && !(await installFromDebian(name))) {
    const { status, output } = await download(name);
    if (status !== 0) {
      fail(
        isNetwork(output)
          ? `${name} could not be downloaded: the network is closed. Install it by hand and set ${name.toUpperCase()} to its executable.`
          : `${name} could not be installed`,
        output,
      );
    }
  }
  const path = findBrowser(name);
  if (path === undefined)
    fail(`${name} was installed but is not where it should be; set ${name.toUpperCase()}`);
  say(`${name} is ${path}`);
}

const wanted = process.argv.find((one) => one.startsWith("--browser="))?.slice("--browser=".length);
if (wanted !== undefined && !["chromium", "firefox", "none"].includes(wanted)) {
  fail(`--browser takes chromium, firefox or none, not ${wanted}`);
}

checkNode();
await installPackages();
for (const name of ["chromium", "firefox"]) {
  if (wanted === undefined || wanted === name) await installBrowser(name);
}
