/** `guard policy …`: judges a policy (`judge-command.ts`), puts it into the form each way of rolling it out takes, and reads it back. */
import { parseArgs } from "node:util";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { keepApart, writeWhole } from "../write-file.ts";
import { chromeId } from "../../../manifest/manifest.ts";
import { Problem } from "../problem.ts";
import { chosenLines, hardeningHelp } from "./hardening.ts";
import { fileText, pathWords } from "../../../src/policy-file/json.ts";
import { judge, judgeUsage } from "./judge-command.ts";
import { readBytes, readPolicy, validPolicy } from "./read-policy.ts";
import { readmeText } from "./readme.ts";
import type { Target } from "./target.ts";
import { targetNamed, targets } from "./targets.ts";
import { secretPaths } from "./value-words.ts";

export const policyUsage = `${judgeUsage}
  guard policy emit --in POLICY.json --target TARGET --out DIR [--force-install URL] [--hardening NAME,NAME,...]
                    [--extension-id ID]
  guard policy parse --target TARGET --in FILE [--extension-id ID]
  guard policy --help`;

const widest = Math.max(
  ...targets.map(({ name }) => name.length),
  ...hardeningHelp.map(({ name }) => name.length),
);
const row = (name: string, words: string): string => `  ${name.padEnd(widest)}  ${words}`;

export const policyHelp = `usage:
${policyUsage}

emit writes DIR with the files of the target and a README.txt that says where each goes. parse prints the policy that is in
such a file as JSON. TARGET:
${targets.map(({ name, title }) => row(name, title)).join("\n")}

--force-install URL: the browser installs ReplyGuard itself and does not let the person switch it off. For Chrome and Edge
URL is that of an update manifest, for Firefox that of the signed .xpi file.
--extension-id ID: of ReplyGuard in Chrome and Edge, where it is not ${chromeId}: a store, or whoever
packs it with a key of their own, gives it another. chrome://extensions shows it.
--hardening: lines of the browser's own policy. None is written unless it is named; all is every one but incognito-extension.
${hardeningHelp.map(({ name, words }) => row(name, words)).join("\n")}`;

const text = { type: "string" } as const;

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === "") throw new Problem(`${option} is needed`, `usage:\n${policyUsage}`);
  return value;
}

export async function policyCommand([command, ...args]: readonly string[]): Promise<number> {
  const judged = await judge(command, args);
  if (judged !== undefined) return judged;
  if (command === "emit") return emit(args);
  if (command === "parse") return parse(args);
  if (command === "--help" || command === "-h" || command === "help") {
    console.log(policyHelp);
    return 0;
  }
  throw new Problem(
    command === undefined ? "no command after policy" : "there is no such command after policy",
    `usage:\n${policyUsage}`,
  );
}

async function emit(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      in: text,
      target: text,
      out: text,
      "force-install": text,
      hardening: text,
      "extension-id": text,
    },
  });
  const file = needed(values.in, "--in");
  const target = targetNamed(needed(values.target, "--target"));
  const folder = needed(values.out, "--out");
  const id = extensionId(values["extension-id"], target);
  const lines = chosenLines(values.hardening, values["force-install"], id);
  if (target.noLines === "refused" && lines.length > 0)
    throw new Problem(
      `--target ${target.name} carries the policy of ReplyGuard only, not ${lines.map(({ name }) => name).join(", ")}`,
      "Leave --force-install and --hardening out, or emit firefox-policies, which carries both.",
    );
  const policy = await readPolicy(file);
  const emitted = target.emit(policy, lines, id);
  const files = [
    ...emitted.files,
    { path: "README.txt", content: readmeText(target, emitted, lines, policy) },
  ];
  const paths = files.map(({ path }) => join(folder, path));
  await keepApart(paths, [file]);
  const secrets = secretPaths(policy).map(pathWords);
  for (const [index, { content }] of files.entries()) {
    const path = paths[index] ?? folder;
    await makeFolder(dirname(path));
    await writeWhole(path, content, secrets.length > 0 ? 0o600 : 0o644);
    console.log(path);
  }
  if (secrets.length > 0)
    console.error(
      `${folder}: the policy holds secrets (${secrets.join(", ")}): whoever can read these files can use them; keep them apart`,
    );
  return 0;
}

function extensionId(given: string | undefined, target: Target): string | undefined {
  if (given === undefined) return undefined;
  if (target.browsers.includes("firefox"))
    throw new Problem(
      `--extension-id has no meaning for ${target.name}`,
      "Leave it out: in Firefox the id is part of the extension.",
    );
  if (/^[a-p]{32}$/.test(given)) return given;
  throw new Problem(
    "--extension-id is no id of an extension",
    "Give the 32 letters from a to p that chrome://extensions shows.",
  );
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(resolve(folder), { recursive: true }).catch(() => {
    throw new Problem(
      `${folder}: the folder cannot be made`,
      "Check the path and that it may be written to.",
    );
  });
}

async function parse(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { in: text, target: text, "extension-id": text } });
  const target = targetNamed(needed(values.target, "--target"));
  const id = extensionId(values["extension-id"], target);
  const file = needed(values.in, "--in");
  const policy = target.parse(await readBytes(file), file, id);
  process.stdout.write(fileText(validPolicy(policy, () => file)));
  return 0;
}
