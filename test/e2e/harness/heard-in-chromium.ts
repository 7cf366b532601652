import type { CDPSession } from "playwright";
import type { Heard, HeardNode, HeardState } from "./heard.ts";
import { commonRole, plainText } from "./heard.ts";
import { callInPage } from "./in-page.ts";
import { poll } from "./wait.ts";

declare global {
  interface Window {
    /** What live regions of the page have said. */
    announcedHere?: string[];
  }
}

interface AxValue {
  readonly value?: unknown;
  readonly relatedNodes?: readonly { readonly backendDOMNodeId: number }[];
}

/** `AXNode` of the protocol’s domain Accessibility. */
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly value?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
}

const said = (value: AxValue | undefined): string =>
  plainText(typeof value?.value === "string" ? value.value : "");

function toNode(node: AxNode): HeardNode {
  const property = (name: string): AxValue | undefined =>
    node.properties?.find((one) => one.name === name)?.value;
  const is = (name: string, ...values: readonly unknown[]): boolean => values.includes(property(name)?.value);
  const states: [HeardState, boolean][] = [
    ["checked", is("checked", true, "true")],
    ["collapsed", is("expanded", false)],
    ["disabled", is("disabled", true)],
    ["expanded", is("expanded", true)],
    ["invalid", is("invalid", "true", "spelling", "grammar")],
    ["pressed", is("pressed", true, "true")],
    ["required", is("required", true)],
    ["selected", is("selected", true)],
  ];
  const name = said(node.name);
  const role = commonRole(said(node.role));
  return {
    // Behind the last stop the page itself has the focus.
    role: role === "none" && name === "" ? "document" : role,
    name,
    description: said(node.description),
    value: said(node.value),
    states: states.flatMap(([name, isSet]) => (isSet ? [name] : [])),
  };
}

/** Runs in the page: what has the focus, through shadow roots. */
function deepFocus(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/**
 * Runs in the page. The protocol tells nothing of what is announced, so that it is read from what announces: a live region that was there
 * before its text changed, or an alert.
 */
function keepAnnouncements(): true {
  if (window.announcedHere) {
    window.announcedHere.length = 0;
    return true;
  }
  const live = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive], output";
  const kept: string[] = [];
  const known = new WeakSet<Element>();
  const watched = new WeakSet<Node>();
  const roots: (Document | ShadowRoot)[] = [];
  const noteRegions = (): void => {
    for (const root of roots)
      for (const region of root.querySelectorAll(live)) if (region.checkVisibility()) known.add(region);
  };
  const regionOf = (node: Node): Element | null =>
    (node instanceof Element ? node : node.parentElement)?.closest(live) ?? null;
  const heard = (changes: readonly MutationRecord[]): void => {
    const regions = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const region = regionOf(target);
      if (region && known.has(region)) regions.add(region);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        const alerts = [node, ...node.querySelectorAll("*")].filter((one) => one.matches("[role=alert]"));
        for (const alert of alerts) regions.add(alert);
      }
    }
    for (const region of regions) {
      const text = region.textContent?.trim() ?? "";
      if (text !== "" && region.checkVisibility()) kept.push(text);
    }
    watchAll();
    noteRegions();
  };
  const observer = new MutationObserver(heard);
  function watch(root: Document | ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    roots.push(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  function watchAll(): void {
    watch(document);
    const card = document.querySelector("reply-guard")?.shadowRoot;
    if (card) watch(card);
  }
  watchAll();
  noteRegions();
  window.announcedHere = kept;
  return true;
}

/** The DevTools protocol has the tree; `evaluate` runs an expression in the page. */
export function heardInChromium(cdp: CDPSession, evaluate: <T>(expression: string) => Promise<T>): Heard {
  let last = 0;

  async function nodeOf(
    place: { objectId: string } | { backendNodeId: number },
  ): Promise<AxNode | undefined> {
    const answer = await cdp.send("Accessibility.getPartialAXTree", { ...place, fetchRelatives: false });
    const nodes: readonly AxNode[] = answer.nodes;
    return nodes[0];
  }

  async function focused(): Promise<AxNode> {
    const { result } = await cdp.send("Runtime.evaluate", { expression: callInPage(deepFocus) });
    if (result.objectId === undefined) throw new Error("the document has no focus to be heard");
    const node = await nodeOf({ objectId: result.objectId });
    const row = node?.properties?.find(({ name }) => name === "activedescendant")?.value.relatedNodes?.[0];
    const active = row === undefined ? node : await nodeOf({ backendNodeId: row.backendDOMNodeId });
    if (!active) throw new Error("what has the focus is not in the accessibility tree");
    return active;
  }

  return {
    async focus() {
      const node = await focused();
      last = node.backendDOMNodeId ?? 0;
      return toNode(node);
    },
    async nextFocus() {
      const another = await poll(async () => {
        const node = await focused();
        return node.backendDOMNodeId === last ? undefined : node;
      }, 1000);
      const node = another ?? (await focused());
      last = node.backendDOMNodeId ?? 0;
      return toNode(node);
    },
    async tree() {
      const answer = await cdp.send("Accessibility.getFullAXTree");
      const nodes: readonly AxNode[] = answer.nodes;
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const inOrder: HeardNode[] = [];
      const walk = (node: AxNode): void => {
        const heard = toNode(node);
        if (!node.ignored && heard.role !== "") inOrder.push(heard);
        for (const id of node.childIds ?? []) {
          const child = byId.get(id);
          if (child) walk(child);
        }
      };
      for (const node of nodes) if (node.parentId === undefined) walk(node);
      return inOrder;
    },
    async listen() {
      await evaluate(callInPage(keepAnnouncements));
    },
    async said() {
      const texts = await evaluate<readonly string[]>("window.announcedHere ?? []");
      return texts.map((text) => plainText(text));
    },
  };
}
