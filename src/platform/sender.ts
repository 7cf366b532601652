/** Proofs of who sent a message, from what the browser stamped on it. Nothing in a message's body is looked at. */

/** The stamped fields that are used. Chrome and Firefox (126 and later) both give `origin`. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

export type SenderProof = (sender: Sender) => boolean;

/**
 * Our content script in a tab, on one of `hosts` or a subdomain of it, over https. A frame without an address of its
 * own (`about:blank`, `srcdoc`, `blob:`) counts as what it inherited: its origin, or else the tab's address.
 */
export function fromContent(extensionId: string, hosts: readonly string[]): SenderProof {
  const isContent = fromContentAnywhere(extensionId);
  return (sender) => isContent(sender) && hostOf(sender, hosts) !== undefined;
}

/** The same on any site: where it is has to be asked of who knows. */
export function fromContentAnywhere(extensionId: string): SenderProof {
  return (sender) =>
    sender.id === extensionId && sender.tab?.id !== undefined && sender.frameId !== undefined;
}

/** One of the extension's own pages; `extensionOrigin` as from `runtime.getURL("")`, with its closing slash. */
export function fromPage(extensionId: string, extensionOrigin: string): SenderProof {
  return (sender) => sender.id === extensionId && sender.url?.startsWith(extensionOrigin) === true;
}

/** Which of `hosts` the sender's frame belongs to, by the same rule; undefined where to none. */
export function hostOf<H extends string>(sender: Sender, hosts: readonly H[]): H | undefined {
  const address = inheritedAddress(sender);
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol !== "https:") return undefined;
  return hosts.find((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** The path of the sender's frame; "/" of one that has only inherited its site. */
export function pathOf(sender: Sender): string {
  const address = inheritedAddress(sender);
  return address !== undefined && URL.canParse(address) ? new URL(address).pathname : "/";
}

function inheritedAddress(sender: Sender): string | undefined {
  const { url } = sender;
  if (url === undefined) return undefined;
  if (url.startsWith("blob:")) return url.slice("blob:".length);
  if (!url.startsWith("about:")) return url;
  // A sandboxed frame has the origin "null": it was still opened by the page of this tab.
  return sender.origin === undefined || sender.origin === "null" ? sender.tab?.url : sender.origin;
}
