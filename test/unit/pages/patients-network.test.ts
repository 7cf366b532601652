import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { giveUpNetwork } from "../../../src/pages/options/patients/give-up-network.ts";

describe("the worker of the patient list", () => {
  test("has no means left to send", () => {
    const inherited: object = Object.create({ fetch: () => 0, XMLHttpRequest: Object });
    const scope = Object.assign(inherited, { WebSocket: Object, caches: {}, crypto: {} });
    giveUpNetwork(scope);
    expect(["fetch" in scope, "XMLHttpRequest" in scope, "WebSocket" in scope, "caches" in scope]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect("crypto" in scope).toBe(true);
  });

  test("does not begin where a browser keeps one", () => {
    const scope = Object.defineProperty({}, "fetch", { value: () => 0, configurable: false });
    expect(() => giveUpNetwork(scope)).toThrow(/can still send/);
  });

  test("does that before any other module", async () => {
    const source = await readFile("src/pages/options/patients/list-worker.ts", "utf8");
    expect(source.match(/^import .*$/m)?.[0]).toBe('import "./without-network.ts";');
  });
});
