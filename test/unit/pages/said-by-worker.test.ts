import { afterEach, describe, expect, it } from "vitest";
import { en } from "../../../src/locales/en.ts";
import { es } from "../../../src/locales/es.ts";
import { esDeclared } from "../../../src/locales/es-declared.ts";
import { wordsOf } from "../../../src/pages/audit/bring-in.ts";
import { saidByWorker } from "../../../src/pages/audit/said-by-worker.ts";
import { useDeclared } from "../../../src/platform/declared-words.ts";
import { useCatalog } from "../../../src/platform/i18n.ts";
import { faultWords } from "../../../src/record/fault.ts";
import type { Fault } from "../../../src/record/fault.ts";
import { change, otherKey, sample, seatKey, verify } from "../record/tampering.ts";

function speakSpanish(): void {
  useCatalog(es);
  useDeclared(esDeclared);
}
afterEach(() => {
  useCatalog(en);
  useDeclared(undefined);
});

/** Each fault that some tampering with a line of a small record comes to, by its words without numbers. */
async function faults(): Promise<readonly Fault[]> {
  const log = await sample(40, 4);
  const found = new Map<string, Fault>();
  const see = async (lines: readonly string[]): Promise<void> => {
    const verified = await verify(lines);
    if ("fault" in verified) found.set(verified.fault.what.replaceAll(/\d+/g, ""), verified.fault);
  };
  for (const [at, line] of log.entries()) {
    await see(log.toSpliced(at, 1));
    await see(log.toSpliced(at, 3));
    await see(log.slice(0, at));
    await see([...log.slice(0, at), line.slice(0, 40)]);
    await see(log.toSpliced(at, 0, line));
    await see(log.toSpliced(at + 3, 0, line));
    await see(log.toSpliced(at, 2, log[at + 1] ?? line, line));
    await see(log.with(at, line.replace(/:/, ": ")));
    await see(log.with(at, line.slice(1)));
    await see(log.with(at, line.replace(/"(at|closed|count|next)":(\d)/, '"$1":1$2')));
    await see(
      await change(log, at, (one) => Object.assign(one.entry ?? one.seal ?? one.end ?? {}, { at: 5 }), {
        hash: true,
      }),
    );
    await see(
      await change(
        log,
        at,
        ({ entry, seal }) => Object.assign(entry ?? seal ?? {}, { seat: "00000000000000ff" }),
        { hash: true, sign: seatKey },
      ),
    );
    await see(
      await change(log, at, ({ seal, end }) => Object.assign(seal ?? end ?? {}, { count: 1, expired: 3 }), {
        hash: true,
        sign: seatKey,
      }),
    );
    await see(
      await change(log, at, ({ seal, end }) => Object.assign(seal ?? end ?? {}, { key: otherKey.key }), {
        hash: true,
        sign: seatKey,
      }),
    );
  }
  return [...found.values()];
}

/** Names of fields, as the record writes them. */
const fields = / \([\w., ]+\)/;
const english =
  /\b(?:the|is|are|of|with|and|before|that|which|entry|entries|seal|line|stands|missing|another|was|not)\b/i;

describe("what is wrong with a log", () => {
  it("is said in English as the worker says it, and in Spanish without a word of English", async () => {
    const all = await faults();
    expect(all.length).toBeGreaterThan(15);
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(6);
    for (const fault of all) {
      const said = wordsOf(fault);
      expect(saidByWorker(said)).toBe(said);
      speakSpanish();
      const spanish = saidByWorker(said);
      expect(spanish).toMatch(/^Línea \d+: /);
      expect(spanish.replace(fields, "")).not.toMatch(english);
      useCatalog(en);
      useDeclared(undefined);
    }
  });

  it("has a name and a remedy in Spanish, whatever it is", () => {
    speakSpanish();
    for (const kind of Object.keys(faultWords) as Fault["kind"][]) {
      const said = saidByWorker(wordsOf({ kind, line: 1234, what: "the end stands twice" }));
      expect(said).toMatch(/^Línea 1,234: .+: el final está dos veces\. \p{Lu}/u);
      expect(said).not.toMatch(english);
    }
  });

  it("is said as it is where nobody knows it: a log may have been kept by a newer version", () => {
    speakSpanish();
    expect(saidByWorker("Line 3: something new: whatever. Do this.")).toBe(
      "Line 3: something new: whatever. Do this.",
    );
  });

  it("is said of one that is refused, too", () => {
    speakSpanish();
    expect(saidByWorker("A log of this seat that reaches further is here already.")).toBe(
      "Ya hay aquí un registro de esta estación que llega más lejos.",
    );
    const { name, remedy } = faultWords.forked;
    expect(
      saidByWorker(`${name}: entry 5 is not the one of the log of this seat that is here already. ${remedy}`),
    ).toBe(
      "cadena bifurcada: la entrada 5 no es la del registro de esta estación que ya está aquí. El perfil de la estación se copió o se restauró de una copia de seguridad: averigüe cuándo y conserve las dos ramas.",
    );
  });
});
