/** Finds in code what could carry data out of the browser, or run text as code. By the syntax tree, not by words. */
import { Visitor, parseSync } from "vite";

export interface Sighting {
  readonly what: string;
  /** The whole line, trimmed: what an exception names. */
  readonly line: string;
}

/** Naming one is enough, however it is reached: `fetch`, `window.fetch`, `window["fetch"]`. */
const carriers = new Set([
  "fetch",
  "fetchLater",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "EventSource",
  "sendBeacon",
  "RTCPeerConnection",
  "webkitRTCPeerConnection",
  "WebTransport",
  "importScripts",
  "SharedWorker",
  "Worker",
  "eval",
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "createContextualFragment",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "srcdoc",
  "connectNative",
  "sendNativeMessage",
]);

/** Elements that fetch what they are pointed at. */
const fetchers = /^(script|img|image|iframe|frame|object|embed|link|video|audio|source|track|form|base)$/i;

/** A constructor that fetches, or whose argument becomes code. */
const constructors = new Set(["Image", "Audio", "Function", "AsyncFunction"]);

/** Every sighting in one built file. @throws when the file does not parse. */
export function sightingsIn(path: string, code: string): Sighting[] {
  const parsed = parseSync(path, code);
  const [fault] = parsed.errors;
  if (fault) throw new Error(`${path}: ${fault.message}`);
  const found: Sighting[] = [];
  const see = (what: string, at: number): void => {
    const from = code.lastIndexOf("\n", at) + 1;
    const to = code.indexOf("\n", at);
    found.push({ what, line: code.slice(from, to === -1 ? undefined : to).trim() });
  };
  /** `Function` is also a type to compare with; only its use as a value that can be called counts. */
  const harmless = new Set<number>();
  new Visitor({
    BinaryExpression(node) {
      if (node.operator === "instanceof") harmless.add(node.right.start);
    },
    MemberExpression(node) {
      if (!node.computed && node.property.name === "prototype") harmless.add(node.object.start);
      if (node.computed && node.property.type === "Literal" && typeof node.property.value === "string") {
        if (carriers.has(node.property.value)) see(node.property.value, node.start);
      }
    },
    Identifier(node) {
      if (carriers.has(node.name)) see(node.name, node.start);
      if (constructors.has(node.name) && !harmless.has(node.start)) see(node.name, node.start);
    },
    ImportExpression(node) {
      if (node.source.type !== "Literal") see("import() of a value", node.start);
    },
    CallExpression(node) {
      const [first] = node.arguments;
      const { callee } = node;
      const name =
        callee.type === "Identifier"
          ? callee.name
          : callee.type === "MemberExpression" && callee.property.type === "Identifier"
            ? callee.property.name
            : "";
      const text = first?.type === "Literal" && typeof first.value === "string" ? first.value : undefined;
      if (/^createElement(NS)?$/.test(name)) {
        const last = node.arguments[name === "createElement" ? 0 : 1];
        if (last?.type === "Literal" && fetchers.test(String(last.value)))
          see("element that fetches", node.start);
      }
      if (/^set(Timeout|Interval)$/.test(name) && text !== undefined) see("text run as code", node.start);
      if (/^write(ln)?$/.test(name) && callee.type === "MemberExpression") {
        const { object } = callee;
        if (object.type === "Identifier" && object.name === "document") see("document.write", node.start);
      }
      if (name === "setAttribute" && text !== undefined && /^(src|srcset|href|action|on\w+)$/i.test(text)) {
        see(`attribute ${text}`, node.start);
      }
    },
    AssignmentExpression(node) {
      const { left } = node;
      if (left.type !== "MemberExpression" || left.computed || left.property.type !== "Identifier") return;
      if (/^(src|srcset|action|formAction)$/.test(left.property.name))
        see(`.${left.property.name} =`, node.start);
    },
  }).visit(parsed.program);
  return found;
}

/** What a built page or style sheet fetches from elsewhere, or runs inline. */
export function sightingsInMarkup(text: string): string[] {
  return [
    ...text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/gi),
    ...text.matchAll(/\son\w+\s*=/gi),
    ...text.matchAll(/\bstyle\s*=\s*["']/gi),
    ...text.matchAll(/\b(?:src|srcset|href|action|data)\s*=\s*["']?\s*(?:https?:|\/\/)[^"'>\s]*/gi),
    ...text.matchAll(/javascript:/gi),
    ...text.matchAll(/url\(\s*["']?(?!["']?(?:data:image\/|\.{0,2}\/|#))[^)]*\)/gi),
    ...text.matchAll(/@import[^;]*/gi),
  ].map(([found]) => found.trim());
}
