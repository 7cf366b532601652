/** What a worker could reach another machine with, or start what could. */
const means = [
  "fetch",
  "fetchLater",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "EventSource",
  "WebTransport",
  "RTCPeerConnection",
  "caches",
  "importScripts",
  "Worker",
  "SharedWorker",
];

/**
 * Takes from a global scope every means to send something, for good. A page's own `connect-src 'none'` does not reach into
 * its worker, and the names of a whole practice pass through this one.
 * @throws where the browser does not let go of one.
 */
export function giveUpNetwork(scope: object): void {
  for (let holder: object | null = scope; holder; holder = Object.getPrototypeOf(holder)) {
    for (const name of means) {
      if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
    }
  }
  if (means.some((name) => name in scope)) throw new Error("this scope can still send");
}
