import { join } from "node:path";
import { buildPages } from "../../test/e2e/harness/build-pages.ts";
import type { Site } from "../../test/e2e/harness/driver.ts";

/** The addresses have the form of the sites' own: they decide which adapter the extension uses. */
export const addresses = {
  start: "https://try.replyguard.example/",
  facebook: "https://www.facebook.com/harboraesthetics/reviews",
  instagram: "https://www.instagram.com/p/Cx2001/",
  yelp: "https://biz.yelp.com/r2r/harboraesthetics",
} as const;

const names = ["start", "facebook", "instagram", "yelp"] as const;

/** Every other address of these hosts leads to the one page there is, so that no link ends nowhere. */
export async function buildLookAlikes(): Promise<Site> {
  const hosts = names.map((name) => new URL(addresses[name]).host);
  return {
    folder: await buildPages(join(import.meta.dirname, "pages")),
    hosts,
    find(url) {
      if (url.pathname.startsWith("/page-assets/")) return undefined;
      const name = names[hosts.indexOf(url.host)] ?? "start";
      return `${name}.html`;
    },
  };
}
