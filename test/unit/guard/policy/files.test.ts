/** What each file must be for the program that takes it, beyond coming back. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenLines, hardeningNames, linesFor } from "../../../../scripts/guard/policy/hardening.ts";
import { own } from "../../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../../src/policy-file/json.ts";
import { readPlist } from "../../../../scripts/guard/policy/plist.ts";
import { readRegistryFile, registryFile, treeAt } from "../../../../scripts/guard/policy/registry-file.ts";
import { emptyTree, fromTree } from "../../../../scripts/guard/policy/registry-values.ts";
import { targetNamed, targets } from "../../../../scripts/guard/policy/targets.ts";
import { graceMs } from "../../../../src/background/policy-source.ts";
import { chromeId, firefoxId } from "../../../../manifest/manifest.ts";
import { file, guardPolicy, pathOf, samplePolicy } from "./run-policy.ts";

const update = "https://updates.practice.example/replyguard.xml";
const emitted = (target: string, policy: JsonObject, hardening?: string, forceInstall?: string): string => {
  const [first] = targetNamed(target).emit(policy, chosenLines(hardening, forceInstall)).files;
  return typeof first?.content === "string"
    ? first.content
    : Buffer.from(first?.content ?? []).toString("utf16le");
};
const json = (target: string, hardening?: string, forceInstall?: string): Record<string, unknown> =>
  JSON.parse(emitted(target, {}, hardening, forceInstall)) as Record<string, unknown>;

describe("a registry file", () => {
  it("is UTF-16 LE with a mark, each line ended by CR LF", () => {
    const text = emitted("chrome-windows-reg", { strictness: "strict" });
    expect(text.startsWith("\uFEFFWindows Registry Editor Version 5.00\r\n\r\n")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("clears what an earlier policy said before it says anything", () => {
    const text = emitted("edge-windows-reg", { reasonRequired: true });
    const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${chromeId}\\policy`;
    expect(text).toContain(`[-${key}]\r\n\r\n[${key}]\r\n"reasonRequired"=dword:00000001\r\n`);
  });

  it("escapes marks and backslashes, and writes a text with lines as the bytes of a REG_SZ", () => {
    const text = (value: string): string =>
      Buffer.from(registryFile([{ key: "A", values: [["b", { type: "text", value }]] }])).toString("utf16le");
    expect(text('C:\\a "b"')).toContain('"b"="C:\\\\a \\"b\\""\r\n');
    expect(text("a\nb")).toContain('"b"=hex(1):61,00,0a,00,62,00,00,00\r\n');
  });

  it("reads back one that regedit exported with its long lines broken", () => {
    const lines = [
      "Windows Registry Editor Version 5.00",
      "",
      "[A\\B]",
      '"c"=hex(1):61,00,\\',
      "  0a,00,62,00,00,00",
      '"d"=dword:0000000a',
      '"e"="x"',
      '"e"=-',
      '@=""',
      "",
    ];
    const tree = treeAt(
      readRegistryFile(Buffer.from(`\uFEFF${lines.join("\r\n")}`, "utf16le"), "a.reg"),
      "a\\b",
    );
    expect([...(tree ?? emptyTree()).values]).toEqual([
      ["c", { type: "text", value: "a\nb" }],
      ["d", { type: "dword", value: 10 }],
    ]);
  });

  it("spread out by hand is read as Chrome reads it: lists by the names of their keys, as words", () => {
    const list = (names: string[]): [string, { type: "text"; value: string }][] =>
      names.map((name) => [name, { type: "text", value: `v${name}` }]);
    const bytes = registryFile([
      { key: "K", values: [["on", { type: "dword", value: 2 }]] },
      { key: "K\\list", values: list(["2", "1", "10", "x"]) },
      { key: "K\\parts", values: [["off", { type: "text", value: "0" }]] },
    ]);
    const tree = treeAt(readRegistryFile(bytes, "a.reg"), "K") ?? emptyTree();
    const parts = { type: "object", properties: { off: { type: "boolean" } } };
    const properties = { on: { type: "boolean" }, list: { type: "array", items: { type: "string" } }, parts };
    expect(fromTree(tree, { type: "object", properties }, "K")).toEqual({
      on: true,
      list: ["v1", "v10", "v2"],
      parts: { off: false },
    });
  });
});

describe("a configuration profile", () => {
  const uuids = (policy: JsonObject): string[] =>
    [...emitted("chrome-macos", policy, "all").matchAll(/<string>([0-9A-F-]{36})<\/string>/g)].map(
      ([, id]) => id ?? "",
    );

  it("has identifiers that come from what is in it", () => {
    const [strict, again, relaxed] = [
      { strictness: "strict" },
      { strictness: "strict" },
      { strictness: "relaxed" },
    ].map(uuids);
    expect(strict).toHaveLength(3);
    expect(new Set(strict).size).toBe(3);
    expect(strict).toEqual(again);
    // The payload of the browser's own lines is the same; the policy's and the whole are not.
    expect(strict?.filter((id) => relaxed?.includes(id))).toHaveLength(1);
    for (const id of strict ?? [])
      expect(id).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
  });

  it("sets the domains that the browsers read", () => {
    const types = (target: string): Json[] => {
      const profile = readPlist(emitted(target, {}, "guest"), target) as {
        PayloadContent: { PayloadType: string }[];
      };
      return profile.PayloadContent.map(({ PayloadType }) => PayloadType);
    };
    expect(types("chrome-macos")).toEqual([`com.google.Chrome.extensions.${chromeId}`, "com.google.Chrome"]);
    expect(types("edge-macos")).toEqual([`com.microsoft.Edge.extensions.${chromeId}`, "com.microsoft.Edge"]);
  });
});

describe("a template", () => {
  const adml = (policy: JsonObject): string =>
    String(targetNamed("windows-admx").emit(policy, []).files[1]?.content);

  it("takes a whole number as one, within its bounds, with the default where the policy says nothing", () => {
    expect(emitted("windows-admx", {})).toContain(
      '<decimal id="retentionYears" valueName="retentionYears" required="true" minValue="1" maxValue="20"/>',
    );
    expect(adml({ retentionYears: 9 })).toContain('<decimalTextBox refId="retentionYears" defaultValue="9">');
    expect(adml({})).toContain('<decimalTextBox refId="retentionYears" defaultValue="6">');
  });

  it("says what the parts of an object are, for somebody who writes it in the field", () => {
    const words = adml({});
    expect(words).toContain("Parts:\n  facebook: true, false\n  instagram: true, false\n");
    expect(words).toContain("Parts of each entry:\n  name (needed): a text\n  secret (needed): a text\n");
    expect(words).toContain("  language: default, fixed\n");
  });
});

describe("lines of the browser's own policy", () => {
  it("are not there unless they are asked for", () => {
    expect(Object.keys(json("chrome-linux"))).toEqual(["3rdparty"]);
    expect(Object.keys(json("firefox-policies")["policies"] ?? {})).toEqual(["3rdparty"]);
    expect(emitted("chrome-windows-reg", {}).match(/^\[/gm)).toHaveLength(2);
    expect(emitted("windows-admx", {})).not.toContain("enabledList");
  });

  it("say for Chrome and Edge what was asked for", () => {
    expect(json("chrome-linux", "all", update)).toMatchObject({
      ExtensionInstallForcelist: [`${chromeId};${update}`],
      IncognitoModeAvailability: 1,
      BrowserGuestModeEnabled: false,
      BrowserAddPersonEnabled: false,
      DeveloperToolsAvailability: 2,
    });
    expect(json("edge-linux", "incognito-extension,profiles")).toMatchObject({
      MandatoryExtensionsForInPrivateNavigation: [chromeId],
      BrowserAddProfileEnabled: false,
    });
  });

  it("put what Firefox has to know of the extension together", () => {
    expect(json("firefox-policies", "incognito-extension", update)["policies"]).toMatchObject({
      ExtensionSettings: {
        [firefoxId]: { installation_mode: "force_installed", install_url: update, private_browsing: true },
      },
    });
  });

  it("all is every line but the one that leaves private windows open", () => {
    const names = new Set(chosenLines("all", undefined).map(({ name }) => name));
    expect(hardeningNames.filter((name) => !names.has(name))).toEqual(["incognito-extension"]);
  });

  it("of any choice are all in the file, in every browser that knows them", () => {
    const choice = fc.uniqueArray(fc.constantFrom(...hardeningNames.filter((name) => name !== "incognito")));
    fc.assert(
      fc.property(choice, (names) => {
        const policies = linesFor("chrome", chosenLines(names.join(",") || undefined, undefined));
        const written = JSON.parse(emitted("chrome-linux", {}, names.join(",") || undefined)) as JsonObject;
        for (const [name, value] of Object.entries(policies)) expect(own(written, name)).toEqual(value);
        expect(Object.keys(written)).toHaveLength(Object.keys(policies).length + 1);
      }),
    );
  });
});

describe("guard policy emit", () => {
  it.each(targets)(
    "writes a README.txt for $name that names each file and each line",
    async ({ name, noLines }) => {
      const lines = noLines === "refused" ? [] : ["--hardening", "all", "--force-install", update];
      const out = pathOf(`readme-${name}`);
      const run = await guardPolicy("emit", "--in", samplePolicy, "--target", name, "--out", out, ...lines);
      const readme = readFileSync(join(out, "README.txt"), "utf8");
      const written = run.out
        .trim()
        .split("\n")
        .map((path) => path.slice(out.length + 1));
      expect(written).toContain("README.txt");
      for (const path of written.filter((one) => one !== "README.txt"))
        expect(readme).toContain(`\n${path}\n  `);
      expect(readme).toContain(`stays in force for ${graceMs / 86_400_000} more days`);
      // On Linux: written for its owner only where it has a key, and the browser must read it.
      expect(/sudo install -D -m 644 \S+ \/\S+/.test(readme)).toBe(/linux|firefox/.test(name));
      for (const line of chosenLines(lines[1], lines[3]))
        expect(readme).toContain(`\n${line.name}\n  ${line.words}\n`);
    },
  );

  it.each(targets.filter(({ browsers }) => !browsers.includes("firefox")))(
    "writes for another id of the extension: $name",
    async ({ name }) => {
      const id = "abcdefghijklmnopabcdefghijklmnop";
      const out = pathOf(`id-${name}`);
      const lines = ["--force-install", update, "--extension-id", id];
      const run = await guardPolicy("emit", "--in", samplePolicy, "--target", name, "--out", out, ...lines);
      const [path = ""] = run.out.split("\n");
      const bytes = readFileSync(path);
      const text = bytes.toString(bytes[0] === 0xff ? "utf16le" : "utf8");
      expect(text).not.toContain(chromeId);
      // The console asks for the id when the extension is added to it; it is in no file.
      expect(text.includes(id)).toBe(name !== "google-admin");
      if (name === "windows-admx") return;
      const other = await guardPolicy("parse", "--target", name, "--in", path);
      expect([other.status, other.err.includes("--extension-id.")]).toEqual(
        name === "google-admin" ? [0, false] : [1, true],
      );
      const back = await guardPolicy("parse", "--target", name, "--in", path, "--extension-id", id);
      expect(JSON.parse(back.out)).toEqual(JSON.parse(readFileSync(samplePolicy, "utf8")));
    },
  );

  it("keeps a policy with a key from others on the machine", async () => {
    const open = file("open.json", '{ "strictness": "strict" }');
    const [secretOut, openOut] = [pathOf("with-key"), pathOf("without-key")];
    await guardPolicy("emit", "--in", samplePolicy, "--target", "firefox-policies", "--out", secretOut);
    const run = await guardPolicy("emit", "--in", open, "--target", "firefox-policies", "--out", openOut);
    const mode = (path: string): number => statSync(path).mode & 0o777;
    expect(mode(join(secretOut, "policies.json"))).toBe(0o600);
    expect(mode(join(openOut, "policies.json"))).toBe(0o644);
    expect(run.err).toBe("");
    const code = file(
      "code.json",
      '{ "approvers": [{ "name": "Ada", "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEH" }] }',
    );
    const codeOut = pathOf("with-secret");
    const told = await guardPolicy("emit", "--in", code, "--target", "chrome-linux", "--out", codeOut);
    expect(told.err).toContain("the policy holds secrets (approvers[0].secret)");
    expect(mode(join(codeOut, "replyguard.json"))).toBe(0o600);
  });

  it("tells in its help every target and every line", async () => {
    const { out } = await guardPolicy("--help");
    for (const { name, title } of targets) expect(out).toMatch(new RegExp(`${name} +${title}`));
    for (const name of hardeningNames) expect(out).toContain(`  ${name} `);
  });
});
