import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { extname, join, normalize } from "node:path";
import type { PageName, Route } from "../../pages/routes.ts";
import { pageNames, routes } from "../../pages/routes.ts";
import { buildPages } from "./build-pages.ts";
import { makeCertificate } from "./certificate.ts";
import type { Authority } from "./certificate.ts";
import type { Site } from "./driver.ts";
import { serveFile } from "./file-server.ts";
import type { FileServer } from "./file-server.ts";

export interface PageServer {
  readonly port: number;
  /**
   * Every request to the sites other than GET, as `METHOD https://host/path`: a form that really went out is seen here.
   * What a browser sends on its own account, to its maker, is not.
   */
  readonly posts: readonly string[];
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/**
 * Near to what the sites send: no inline script, no evaluation. Draft.js and the sites themselves set inline styles.
 */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'";

/** The page that answers at this address: an exact match with the query, or else the path alone. */
function findPage(url: URL): PageName | undefined {
  const at = (name: PageName): URL => new URL(routes[name].url);
  const sameHost = pageNames.filter((name) => at(name).host === url.host);
  return (
    sameHost.find((name) => at(name).pathname + at(name).search === url.pathname + url.search) ??
    sameHost.find((name) => {
      const route: Route = routes[name];
      return at(name).pathname === url.pathname || (route.paths ?? []).includes(url.pathname);
    })
  );
}

async function composerPages(): Promise<Site> {
  return {
    folder: await buildPages(),
    hosts: [...new Set(pageNames.map((name) => new URL(routes[name].url).host))],
    find(url) {
      const name = findPage(url);
      return name === undefined ? undefined : `${name}.html`;
    },
  };
}

/** Serves pages at the sites' real host names, to browsers that resolve every host to this machine. */
export async function startServer(
  site?: Site,
  files?: FileServer,
  authority?: Authority,
): Promise<PageServer> {
  const { folder, hosts, find } = site ?? (await composerPages());
  const posts: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? ""}`);
    if (files && serveFile(files, url, request, response)) return;
    if (request.method !== "GET" && hosts.includes(url.host)) posts.push(`${request.method} ${url.href}`);
    const page = find(url);
    const isAsset = url.pathname.startsWith("/page-assets/");
    if (page === undefined && !isAsset) {
      response.writeHead(404, { "content-type": "text/html" }).end("<!doctype html><title>Not found</title>");
      return;
    }
    const file = page === undefined ? normalize(url.pathname) : page;
    const body = await readFile(join(folder, file));
    response
      .writeHead(200, {
        "content-type": types[extname(file)] ?? "application/octet-stream",
        "content-security-policy": policy,
        "cache-control": "no-cache",
      })
      .end(body);
  };

  const server = createServer(authority?.issueFor(hosts) ?? makeCertificate(hosts), (request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    port: address.port,
    posts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
