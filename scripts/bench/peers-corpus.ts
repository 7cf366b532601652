/** The peers on labelled drafts: anything that they find counts as a stop, since they have no verdict. */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { check } from "../../src/engine/index.ts";
import type { Draft } from "../../src/engine/index.ts";
import { parseLine } from "../guard/check-lines.ts";
import { readKnowledge } from "../guard/read-knowledge.ts";
import { percent, table } from "./figures.ts";
import { runTool, timesTable } from "./peers-sample.ts";
import type { Measured } from "./peers-sample.ts";
import type { Tool } from "./peers-tools.ts";

interface Labelled {
  readonly draft: Draft;
  readonly expect: unknown;
  /** Only what says that a person is a patient, had care or paid: no name, no number. */
  readonly isLanguage: boolean;
}

async function readSet(folder: string): Promise<Labelled[]> {
  const text = await readFile(join(folder, "drafts.jsonl"), "utf8");
  return text.split("\n").flatMap((row): Labelled[] => {
    if (row.trim() === "") return [];
    const parsed = parseLine(row);
    if ("fault" in parsed) throw new Error(`${folder}: ${parsed.fault}`);
    const { draft, site, surface, thread = null, attachments } = parsed.line;
    const { expect, categories }: { expect?: unknown; categories?: readonly string[] | null } =
      JSON.parse(row);
    return [
      {
        draft: { text: draft, site, surface, thread, attachments: attachments ?? [] },
        expect,
        isLanguage: (categories ?? []).every((name) => /^(?:relationship|health|payment)$/.test(name)),
      },
    ];
  });
}

export async function measureCorpus(folders: readonly string[], peers: readonly Tool[]): Promise<string> {
  const rows: string[][] = [];
  const times = new Map<string, number[]>();
  const sums = new Map<string, { hit: number; of: number }[]>();
  for (const folder of folders) {
    const set = await readSet(folder);
    const drafts = set.map(({ draft }) => draft);
    const knowledge = await readKnowledge({
      practice: join(folder, "practice.json"),
      patients: join(folder, "patients.csv"),
    });
    const guard: Tool = {
      name: "ReplyGuard",
      run: (draft) => check(draft, knowledge),
      read: (_, result) =>
        (result as ReturnType<typeof check>).findings.map(({ start, end }) => ({ kinds: [], start, end })),
    };
    for (const tool of [guard, ...peers]) {
      const measured = await runTool(tool, drafts);
      times.set(tool.name, [...(times.get(tool.name) ?? []), ...measured.times]);
      const counts = countsOf(set, measured);
      const sum = sums.get(tool.name);
      sums.set(
        tool.name,
        counts.map(({ hit, of }, i) => ({ hit: hit + (sum?.[i]?.hit ?? 0), of: of + (sum?.[i]?.of ?? 0) })),
      );
      rows.push([`\`${basename(folder)}\``, tool.name, ...cellsOf(counts)]);
    }
  }
  for (const [name, counts] of sums) rows.push(["**all**", name, ...cellsOf(counts)]);
  const head = [
    "Set",
    "Tool",
    "Stopped, of those to stop",
    "of these, language alone",
    "Passed, of those to pass",
  ];
  const timed = [...times].map(([name, some]): Measured => ({ name, times: some, found: [] }));
  return `${table(head, rows)}\n\n${timesTable(timed)}`;
}

function countsOf(set: readonly Labelled[], { found }: Measured): { hit: number; of: number }[] {
  const stops = set.map((one, i) => ({ ...one, isStopped: (found[i]?.length ?? 0) > 0 }));
  const mustStop = stops.filter(({ expect }) => expect === "flag");
  const language = mustStop.filter(({ isLanguage }) => isLanguage);
  const mustPass = stops.filter(({ expect }) => expect === "pass");
  return [
    { hit: mustStop.filter(({ isStopped }) => isStopped).length, of: mustStop.length },
    { hit: language.filter(({ isStopped }) => isStopped).length, of: language.length },
    { hit: mustPass.filter(({ isStopped }) => !isStopped).length, of: mustPass.length },
  ];
}

const cellsOf = (counts: readonly { hit: number; of: number }[]): string[] =>
  counts.map(({ hit, of }) => `${percent(hit, of)} of ${of}`);
