/** The pages of past replies that the end-to-end tests use, without a browser. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pastSites } from "../../../src/adapters/past/index.ts";
import { collect } from "../../../src/content/look-back/collect.ts";
import type { Surroundings } from "../../../src/content/look-back/collect.ts";
import type { CollectedFrame, LookBackTask } from "../../../src/contract/look-back.ts";
import { collectedFrame } from "../../../src/contract/look-back.ts";
import { routes } from "../../pages/routes.ts";

type Shown = "past-facebook" | "past-yelp" | "past-instagram";

export const harbor: LookBackTask = {
  sites: pastSites,
  names: ["Harbor Aesthetics"],
  handles: ["@HarborAesthetics"],
};

export function show(name: Shown): URL {
  const html = readFileSync(join(import.meta.dirname, "../../pages", `${name}.html`), "utf8");
  document.body.innerHTML = /<body>([^]*)<\/body>/.exec(html)?.[1] ?? "";
  return new URL(routes[name].url);
}

/** What is told of the page, once it has crossed to the worker. */
export async function told(
  address: URL,
  task = harbor,
  surroundings: Partial<Surroundings> = {},
): Promise<NonNullable<CollectedFrame>> {
  const isVisible = (element: Element): boolean => element.closest("[style*='display: none']") === null;
  const collected = await collect(document, task, {
    address,
    isVisible,
    // A slow machine is no slow page.
    now: () => 0,
    ...surroundings,
  });
  const frame = collectedFrame.parse(JSON.parse(JSON.stringify(collected)));
  if (!frame) throw new Error("no site of ours");
  return frame;
}

export const ownOf = ({ items }: NonNullable<CollectedFrame>) => items.flatMap(({ own }) => own ?? []);
