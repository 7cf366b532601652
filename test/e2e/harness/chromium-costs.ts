/** What a page costs, as the browser itself counts it, over the DevTools protocol. */
import type { BrowserContext, CDPSession } from "playwright";

export interface Stretches {
  /** Milliseconds that the profile covers. */
  readonly whole: number;
  /** Of these, any script ran. */
  readonly scripts: number;
  /** Of these, scripts of an extension ran, with what they called. */
  readonly extension: number;
  /** The longest time in which an extension's script ran without a pause. */
  readonly longest: number;
  /** Where the extension's time went: own milliseconds of its functions, dearest first. */
  readonly dearest: readonly (readonly [name: string, milliseconds: number])[];
}

export interface Costs {
  /**
   * Seconds since the tab was opened in which its main thread did anything (`task`) and ran scripts (`script`), and the bytes
   * of all its scripts' objects (`heap`), the content script's among them.
   */
  now(): Promise<{ readonly task: number; readonly script: number; readonly heap: number }>;
  collectGarbage(): Promise<void>;
  startProfile(): Promise<void>;
  stopProfile(): Promise<Stretches>;
}

/** Microseconds between two looks of the profiler. */
const interval = 200;

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Sampled {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const idle = new Set(["(idle)", "(program)", "(root)"]);

/** A sample counts until the next one. What the collector does in the middle of a script is that script's. */
export function stretchesOf({ nodes, samples = [], timeDeltas = [] }: Sampled): Stretches {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, ProfileNode | undefined>();
  /** The innermost frame of an extension. */
  const ownerOf = (id: number): ProfileNode | undefined => {
    if (owners.has(id)) return owners.get(id);
    const node = byId.get(id);
    const parent = parents.get(id);
    const isOurs = node?.callFrame.url.startsWith("chrome-extension://");
    const owner = isOurs ? node : parent === undefined ? undefined : ownerOf(parent);
    owners.set(id, owner);
    return owner;
  };
  let [whole, scripts, extension, longest, run] = [0, 0, 0, 0, 0];
  const dearest = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const lasted = (timeDeltas[at + 1] ?? 0) / 1000;
    const node = byId.get(id);
    const name = node?.callFrame.functionName ?? "";
    whole += lasted;
    if (!idle.has(name)) scripts += lasted;
    const owner = ownerOf(id);
    const isInRun = owner !== undefined || (name === "(garbage collector)" && run > 0);
    run = isInRun ? run + lasted : 0;
    if (!isInRun) continue;
    extension += lasted;
    longest = Math.max(longest, run);
    const key = owner?.callFrame.functionName ?? name;
    dearest.set(key, (dearest.get(key) ?? 0) + lasted);
  }
  return {
    whole,
    scripts,
    extension,
    longest,
    dearest: [...dearest].toSorted(([, a], [, b]) => b - a).slice(0, 25),
  };
}

export function costsOf(cdp: CDPSession): Costs {
  return {
    async now() {
      await cdp.send("Performance.enable");
      const { metrics } = await cdp.send("Performance.getMetrics");
      const valueOf = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
      return {
        task: valueOf("TaskDuration"),
        script: valueOf("ScriptDuration"),
        heap: valueOf("JSHeapUsedSize"),
      };
    },
    async collectGarbage() {
      // Twice: what a first pass lets go of may have held more.
      for (let pass = 0; pass < 2; pass += 1) await cdp.send("HeapProfiler.collectGarbage");
    },
    async startProfile() {
      await cdp.send("Profiler.enable");
      await cdp.send("Profiler.setSamplingInterval", { interval });
      await cdp.send("Profiler.start");
    },
    async stopProfile() {
      const { profile } = await cdp.send("Profiler.stop");
      await cdp.send("Profiler.disable");
      return stretchesOf(profile);
    },
  };
}

export async function processesOf(
  context: BrowserContext,
): Promise<readonly { readonly id: number; readonly type: string }[]> {
  const browser = await context.browser()?.newBrowserCDPSession();
  return (await browser?.send("SystemInfo.getProcessInfo"))?.processInfo ?? [];
}
