import type { IncomingMessage, ServerResponse } from "node:http";

/** What is to be had at an address: a file for any origin, one for the server's own origin only, or nobody answers. */
export type Served = { readonly body: Uint8Array; readonly cors: boolean } | "down";

/** Files at addresses of their own, which outlive a browser: a test sets and reads them before, between and after starts. */
export interface FileServer {
  readonly files: Map<string, Served>;
  /** Every request for one of them, with its headers. */
  readonly asked: { readonly address: string; readonly headers: IncomingMessage["headers"] }[];
}

export const createFileServer = (): FileServer => ({ files: new Map(), asked: [] });

/** True where the request was for one of the files. */
export function serveFile(
  server: FileServer,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const served = server.files.get(url.href);
  if (served === undefined) return false;
  server.asked.push({ address: url.href, headers: request.headers });
  if (served === "down") request.socket.destroy();
  else {
    const anyOrigin = served.cors ? { "access-control-allow-origin": "*" } : {};
    response.writeHead(200, { "content-type": "application/octet-stream", ...anyOrigin }).end(served.body);
  }
  return true;
}
