import { beforeAll, describe, expect, test } from "vitest";
import { parseSync } from "vite";
import { builtFolder, contentsOf, targets } from "./built.ts";
import type { Target } from "./built.ts";
import { sightingsIn, sightingsInMarkup } from "./network.ts";
import type { Sighting } from "./network.ts";
import { filesUnder, isCode, read } from "./repository.ts";

interface Exception {
  readonly what: string;
  /** How the line of the built file begins. */
  readonly line: string;
  readonly reason: string;
}

/** None of them sends: `connect-src 'none'` of our pages would stop it, and the content script has no part in them. */
const exceptions: readonly Exception[] = [
  {
    what: "Function",
    line: "let hasOwnProperty = Function.call.bind(Object.prototype.hasOwnProperty);",
    reason: "webextension-polyfill's way to borrow `call`: a function is bound, no text becomes code",
  },
  {
    what: "XMLHttpRequest",
    line: "if (r = new XMLHttpRequest(), this._config.withCredentials",
    reason: "papaparse fetches a file only when told `download`; we give it the text of a chosen file",
  },
  {
    what: "Worker",
    line: "})(), (e = new n.Worker(e)).onmessage = p, e.id = h++",
    reason: "papaparse starts a worker only when told `worker`, which we never do",
  },
  {
    what: "Worker",
    line: "], w.WORKERS_SUPPORTED = !s && !!n.Worker",
    reason: "papaparse looks whether there are workers; nothing is started by that",
  },
];
const isExcepted = ({ what, line }: Sighting): boolean =>
  exceptions.some((one) => one.what === what && line.startsWith(one.line));

const built = new Map<Target, Map<string, string>>();
const filesOf = (target: Target, ending: RegExp): [string, string][] =>
  [...(built.get(target) ?? [])].filter(([path]) => ending.test(path));

beforeAll(async () => {
  for (const target of targets) {
    const contents = contentsOf(await builtFolder(target));
    built.set(target, new Map([...contents].map(([path, bytes]) => [path, bytes.toString("utf8")])));
  }
});

describe.each(targets)("what is built for %s", (target) => {
  test("has the parts a bundle must have", () => {
    const paths = filesOf(target, /./).map(([path]) => path);
    expect(paths).toContain("src/content/main.iife.js");
    expect(paths).toContain("popup.html");
    expect(paths).toContain("options.html");
    expect(paths.filter((path) => !/\.(js|css|html|png|json)$/.test(path))).toEqual([]);
  });

  test("has no means to send anything anywhere, or to run text as code", () => {
    const sightings = filesOf(target, /\.js$/).flatMap(([path, code]) =>
      sightingsIn(path, code)
        .filter((sighting) => !isExcepted(sighting))
        .map(({ what, line }) => `${path}: ${what}: ${line}`),
    );
    expect(sightings).toEqual([]);
  });

  test("fetches nothing from its pages and style sheets", () => {
    const sightings = filesOf(target, /\.(html|css)$/).flatMap(([path, text]) =>
      sightingsInMarkup(text).map((found) => `${path}: ${found}`),
    );
    expect(sightings).toEqual([]);
  });

  test("the content script is one classic script that leaves no name behind", () => {
    const [[path, code] = ["", ""], ...others] = filesOf(target, /^src\/content\/.*\.js$/);
    expect(others).toEqual([]);
    const { program, errors } = parseSync(path, code, { sourceType: "script" });
    expect(errors).toEqual([]);
    // A declaration at the top would be a global of the content world, where a second injection trips over it.
    const kinds = program.body.map((node) => node.type).filter((type) => type !== "EmptyStatement");
    expect(new Set(kinds)).toEqual(new Set(["ExpressionStatement"]));
    expect(parseSync(path, code).module.dynamicImports).toEqual([]);
  });

  test("the content script sends nothing in a person's name", () => {
    // A held send is sent by pressing send again (docs/architecture.md); these are the ways to press it for somebody.
    const [[, code] = ["", ""]] = filesOf(target, /^src\/content\/.*\.js$/);
    const presses = code.match(
      /\.(?:click|submit|requestSubmit)\(|new (?:KeyboardEvent|PointerEvent|MouseEvent)\(/g,
    );
    expect(presses).toBeNull();
  });

  test("its pages name only files that are there", () => {
    const named = filesOf(target, /\.html$/).map(([path, html]) => ({
      path,
      files: [...html.matchAll(/(?:src|href)="\.?\/?([^"#][^"]*)"/g)].map(([, file]) => file ?? ""),
    }));
    expect(named.filter(({ files }) => files.length === 0)).toEqual([]);
    const missing = named.flatMap(({ files }) => files.filter((file) => !built.get(target)?.has(file)));
    expect(missing).toEqual([]);
  });
});

test("every exception is still needed and says why", () => {
  const all = targets.flatMap((target) =>
    filesOf(target, /\.js$/).flatMap(([path, code]) => sightingsIn(path, code)),
  );
  const unused = exceptions.filter(
    ({ what, line }) => !all.some((one) => one.what === what && one.line.startsWith(line)),
  );
  expect(unused).toEqual([]);
  expect(exceptions.filter(({ reason }) => reason.length < 40)).toEqual([]);
  const inContent = targets.flatMap((target) =>
    filesOf(target, /^src\/content\/.*\.js$/).flatMap(([path, code]) => sightingsIn(path, code)),
  );
  expect(inContent).toEqual([]);
});

test("what makes the CSV reader fetch or start a worker is never asked of it", () => {
  const users = filesUnder("src").filter((path) => isCode(path) && read(path).includes('from "papaparse"'));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((path) => /\b(?:download\w*|worker)\b\s*[:,}]/.test(read(path)))).toEqual([]);
});

describe("the search itself", () => {
  test.each([
    "fetch('https://tracker.example')",
    "const f = globalThis.fetch",
    "self['XMLHttpRequest']",
    "new WebSocket(url)",
    "navigator.sendBeacon?.(url, data)",
    "new (0, EventSource)(url)",
    "new RTCPeerConnection()",
    "importScripts('a.js')",
    "(0, eval)(text)",
    "new Function(text)()",
    "const F = Function; F(text)",
    "import(name)",
    "new Image().src = url",
    "image.src = url",
    "box.innerHTML = text",
    "box['outerHTML'] += text",
    "box.insertAdjacentHTML('beforeend', text)",
    "document.write(text)",
    "document.createElement('img')",
    "document.createElementNS(svg, 'image')",
    "node.setAttribute('src', url)",
    "setTimeout('send()', 1)",
    "new Worker(url)",
  ])("sees %s", (code) => {
    expect(sightingsIn("probe.js", code)).not.toEqual([]);
  });

  test.each([
    "const why = 'fetch and eval are only words here'",
    "// fetch(url)\nlet a = 1",
    "value instanceof Function",
    "Function.prototype.call.length",
    "import('./part.js')",
    "document.createElement('reply-guard')",
    "setTimeout(close, 100)",
  ])("is not misled by %s", (code) => {
    expect(sightingsIn("probe.js", code)).toEqual([]);
  });

  test.each([
    "<script>go()</script>",
    '<p onclick="go()">',
    '<img src="https://tracker.example/p.gif">',
    '<link href="//cdn.example/a.css">',
    "a { background: url(https://cdn.example/a.png) }",
    "@import 'a.css';",
  ])("sees %s in markup", (text) => {
    expect(sightingsInMarkup(text)).not.toEqual([]);
  });

  test("lets a page load its own files", () => {
    expect(sightingsInMarkup('<script type="module" src="/assets/popup.js"></script>')).toEqual([]);
  });
});
