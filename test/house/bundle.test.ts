import { beforeAll, describe, expect, test } from "vitest";
import { parseSync } from "vite";
import { builtFolder, contentsOf, targets } from "./built.ts";
import type { Target } from "./built.ts";
import { sightingsIn, sightingsInMarkup } from "./network.ts";
import type { Sighting } from "./network.ts";
import { filesUnder, isCode, read } from "./repository.ts";

interface Exception {
  readonly what: string;
  /** The built file, where it makes a difference. */
  readonly path?: string;
  /** How the line of the built file begins. */
  readonly line: string;
  readonly reason: string;
}

/**
 * The first is the one that sends: in the worker, what a managed policy asks for. None of the others does: our pages are
 * under `connect-src 'none'`, and worker and content script have no part in them.
 */
const exceptions: readonly Exception[] = [
  {
    what: "fetch",
    path: "assets/main.ts.js",
    line: "async function download(address, signal, { stayAwake, send = fetch }) {",
    reason:
      "the worker's download of the sealed list that a managed policy names; src/background/download.ts",
  },
  {
    what: "fetch",
    path: "assets/main.ts.js",
    line: "const { send = fetch, stayAwake } = parts;",
    reason:
      "the worker's message to the collector that a managed policy names; src/background/forward-post.ts",
  },
  {
    what: "Worker",
    path: "assets/audit.js",
    line: "const worker = new Worker(new URL(",
    reason: "the console's own worker, which reads the record and records that are imported",
  },
  {
    what: "Worker",
    path: "assets/practice-form.js",
    line: "const worker = new Worker(new URL(",
    reason:
      "the worker of the options and the welcome page, which reads a patient list and gives up every means to send before it does",
  },
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
const covers = (one: Exception, path: string, { what, line }: Sighting): boolean =>
  one.what === what && line.startsWith(one.line) && (one.path ?? path) === path;
const isExcepted = (path: string, sighting: Sighting): boolean =>
  exceptions.some((one) => covers(one, path, sighting));

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

  test("has no means to send anything anywhere, or to run text as code, but the worker's download", () => {
    const sightings = filesOf(target, /\.js$/).flatMap(([path, code]) =>
      sightingsIn(path, code)
        .filter((sighting) => !isExcepted(path, sighting))
        .map(({ what, line }) => `${path}: ${what}: ${line}`),
    );
    expect(sightings).toEqual([]);
  });

  test("each page forbids itself to connect, before it names a file", () => {
    const pages = filesOf(target, /\.html$/);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    const open = pages.filter(([, html]) => {
      const rule = html.search(
        /<meta\s+http-equiv="Content-Security-Policy"\s+content="connect-src 'none';?"\s*\/?>/,
      );
      const first = html.search(/<(?:script|link|img)\b/);
      return rule < html.search(/<head\b/) || (first !== -1 && first < rule) || rule === -1;
    });
    expect(open.map(([path]) => path)).toEqual([]);
  });

  test("fetches nothing from its pages and style sheets", () => {
    const sightings = filesOf(target, /\.(html|css)$/).flatMap(([path, text]) =>
      sightingsInMarkup(text).map((found) => `${path}: ${found}`),
    );
    expect(sightings).toEqual([]);
  });

  // The one that each page has, and those that the worker adds where they are asked for.
  const contentScripts = ["look-back", "main", "media"].map((name) => `src/content/${name}.iife.js`);

  test("there are no other content scripts", () => {
    const paths = filesOf(target, /^src\/content\/.*\.js$/).map(([path]) => path);
    expect(paths.toSorted()).toEqual(contentScripts);
  });

  test.each(contentScripts)("%s is one classic script that leaves no name behind", (script) => {
    const code = built.get(target)?.get(script) ?? "";
    expect(code).not.toBe("");
    const { program, errors } = parseSync(script, code, { sourceType: "script" });
    expect(errors).toEqual([]);
    // A declaration at the top would be a global of the content world, where a second injection trips over it.
    const kinds = program.body.map((node) => node.type).filter((type) => type !== "EmptyStatement");
    expect(new Set(kinds)).toEqual(new Set(["ExpressionStatement"]));
    expect(parseSync(script, code).module.dynamicImports).toEqual([]);
  });

  test.each(contentScripts)("%s sends nothing in a person's name", (script) => {
    // A held send is sent by pressing send again (docs/architecture.md); these are the ways to press it for somebody.
    const code = built.get(target)?.get(script) ?? "";
    const presses = code.match(
      /\.(?:click|submit|requestSubmit)\(|new (?:KeyboardEvent|PointerEvent|MouseEvent)\(/g,
    );
    expect(presses).toBeNull();
  });

  test.each([
    ["the patient list", "practice-form.js", "list-worker.js"],
    ["the record", "audit.js", "record-worker.js"],
  ])(
    "the worker of %s is our own file, and gives up the network before anything else runs",
    (_, of, file) => {
      const page = built.get(target)?.get(`assets/${of}`) ?? "";
      const addresses = [...page.matchAll(/new Worker\(new URL\(\s*(?:\/\*.*?\*\/\s*)?("[^"]*")/g)].map(
        ([, file]) => file,
      );
      expect(addresses).toEqual([`"/assets/${file}"`]);
      const code = built.get(target)?.get(`assets/${file}`) ?? "";
      const modules = [...code.matchAll(/^\s*\/\/ (\S*(?:src|node_modules)\/\S+)$/gm)].map(
        ([, path]) => path,
      );
      const first = modules.indexOf("src/pages/options/patients/without-network.ts");
      expect(modules.slice(0, first + 1)).toEqual([
        "src/pages/options/patients/give-up-network.ts",
        "src/pages/options/patients/without-network.ts",
      ]);
    },
  );

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

test("of all our own code two files name `fetch`: what a managed policy has fetched, and where it has the record sent", () => {
  const naming = filesUnder("src")
    .filter(isCode)
    .filter((path) => sightingsIn(path, read(path)).some(({ what }) => what === "fetch"));
  expect(naming).toEqual(["src/background/download.ts", "src/background/forward-post.ts"]);
});

test("every exception is still needed and says why", () => {
  const all = targets.flatMap((target) =>
    filesOf(target, /\.js$/).flatMap(([path, code]) =>
      sightingsIn(path, code).map((sighting) => ({ path, sighting })),
    ),
  );
  const unused = exceptions.filter((one) => !all.some(({ path, sighting }) => covers(one, path, sighting)));
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
