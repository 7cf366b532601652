import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { chromeId, firefoxId } from "../../manifest/manifest.ts";
import { settings } from "../../src/contract/policy.ts";
import { z } from "../../src/contract/zod.ts";
import { builtFolder, contentsOf, targets } from "./built.ts";
import type { Target } from "./built.ts";
import { read } from "./repository.ts";

const shape = z.looseObject({
  key: z.optional(z.string()),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  optional_host_permissions: z.array(z.string()),
  content_scripts: z.array(z.looseObject({ matches: z.array(z.string()) })),
  content_security_policy: z.strictObject({ extension_pages: z.string() }),
});
type Built = z.infer<typeof shape>;

const sites = ["https://*.facebook.com/*", "https://*.instagram.com/*", "https://*.yelp.com/*"];

/** What Chrome does with a manifest's `key`: the first 16 bytes of its SHA-256, in letters a–p. */
function idOf(key: string): string {
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 32);
  return digest.replaceAll(/[0-9a-f]/g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

const folders = new Map<Target, string>();
const manifests = new Map<Target, Built>();
const builtManifest = (target: Target): Built => {
  const found = manifests.get(target);
  if (!found) throw new Error(`no manifest was built for ${target}`);
  return found;
};

beforeAll(async () => {
  for (const target of targets) {
    const folder = await builtFolder(target);
    folders.set(target, folder);
    manifests.set(target, shape.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"))));
  }
});

describe.each(targets)("the manifest built for %s", (target) => {
  test("is the one that was agreed on", async () => {
    const text = readFileSync(join(folders.get(target) ?? "", "manifest.json"), "utf8");
    await expect(text).toMatchFileSnapshot(`__snapshots__/manifest-${target}.json`);
  });

  test("shows no file of ours to a page", () => {
    expect(builtManifest(target)).not.toHaveProperty("web_accessible_resources");
    expect(builtManifest(target)).not.toHaveProperty("externally_connectable");
  });

  test("reaches the three sites and no other", () => {
    const { host_permissions: hosts, content_scripts: scripts } = builtManifest(target);
    expect(hosts).toEqual(sites);
    for (const script of scripts) expect(script.matches).toEqual(sites);
    // A policy may name any further site; nobody is asked before it does (src/background/extra-sites.ts).
    expect(builtManifest(target).optional_host_permissions).toEqual(["https://*/*"]);
    expect(builtManifest(target)).not.toHaveProperty("optional_permissions");
  });

  test("lets its pages run its own files and nothing else", () => {
    const directives = new Map(
      builtManifest(target)
        .content_security_policy.extension_pages.split(";")
        .map((part) => part.trim().split(/\s+/))
        .map(([name = "", ...values]) => [name, values.join(" ")]),
    );
    expect(directives.get("default-src")).toBe("'none'");
    expect(directives.get("script-src")).toBe("'self'");
    // For the worker, which fetches the list that a managed policy names; pages forbid it to themselves (bundle.test.ts).
    expect(directives.get("connect-src")).toBe("https:");
    expect(directives.get("object-src")).toBe("'none'");
    expect(directives.get("base-uri")).toBe("'none'");
    expect(directives.get("form-action")).toBe("'none'");
    directives.delete("connect-src");
    const allowed = new Set(["'none'", "'self'"]);
    expect([...directives.values()].filter((value) => !allowed.has(value))).toEqual([]);
  });

  test("names only files that are there", () => {
    const files = new Set(contentsOf(folders.get(target) ?? "").keys());
    const named =
      JSON.stringify(builtManifest(target)).match(/[\w./-]+\.(?:js|css|html|png|json)(?=")/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !files.has(path))).toEqual([]);
  });

  test("ships every state's icon for the toolbar", () => {
    const files = new Set(contentsOf(folders.get(target) ?? "").keys());
    const wanted = ["watching", "warning", "stopped", "not-watching"].flatMap((state) =>
      [16, 32].map((size) => `icons/${state}-${size}.png`),
    );
    expect(wanted.filter((path) => !files.has(path))).toEqual([]);
  });

  test("asks for nothing that docs/permissions.md gives no reason for, and the other way about", () => {
    const sections = read("docs/permissions.md").split(/^## /m);
    const asked = sections.filter((section) => /^What we (?:ask for|may ask for later)\n/.test(section));
    const reasons = new Map(
      asked
        .join("")
        .split(/^### /m)
        .slice(1)
        .map((part) => [part.match(/^`([^`]+)`/)?.[1] ?? "", part.split("\n").slice(1).join(" ").trim()]),
    );
    const {
      permissions,
      host_permissions: hosts,
      optional_host_permissions: optional,
    } = builtManifest(target);
    expect([...reasons.keys()].toSorted()).toEqual([...permissions, ...hosts, ...optional].toSorted());
    expect([...reasons].filter(([, reason]) => reason.length < 60)).toEqual([]);
  });
});

describe("the settings of a managed policy", () => {
  const schema = (): unknown =>
    JSON.parse(readFileSync(join(folders.get("chrome") ?? "", "managed-schema.json"), "utf8"));

  test("are known to Chrome, each of them, and Firefox has no use for that", () => {
    expect(builtManifest("chrome")["storage"]).toEqual({ managed_schema: "managed-schema.json" });
    expect(builtManifest("firefox")).not.toHaveProperty("storage");
    const { properties } = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(schema());
    expect(Object.keys(properties).toSorted()).toEqual(Object.keys(settings).toSorted());
    expect(properties["patientList"]).toEqual({
      type: "object",
      properties: {
        address: { type: "string" },
        sha256: { type: "string" },
        key: { type: "string" },
        expires: { type: "string" },
      },
    });
  });

  test("are told in words that Chrome knows: it refuses an extension over any other", () => {
    const strange = JSON.stringify(schema()).match(
      /"(?:anyOf|oneOf|additionalProperties|\$schema|const)"|"type":\[/,
    );
    expect(strange).toBeNull();
  });
});

describe("ids", () => {
  test("Chrome computes the id that policies name", () => {
    expect(idOf(builtManifest("chrome").key ?? "")).toBe(chromeId);
  });

  test("Firefox is told the id that policies name", () => {
    expect(builtManifest("firefox")["browser_specific_settings"]).toMatchObject({ gecko: { id: firefoxId } });
    expect(builtManifest("firefox")).not.toHaveProperty("key");
  });
});
