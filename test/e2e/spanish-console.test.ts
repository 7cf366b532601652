/** The officer's console in Spanish, in both browsers: from the passphrase to the report, nothing is said in English. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleLines } from "../../scripts/guard/log/sample.ts";
import { newConsoleLock } from "../../src/record/console-lock.ts";
import { newOfficerKey, officerKeyText } from "../../src/record/evidence-key.ts";
import { toLine } from "../../src/record/read-line.ts";
import { expectReadable } from "./behaviors/access.ts";
import { choose, untilRecord, view } from "./behaviors/console-page.ts";
import { expectSpanish } from "./behaviors/in-spanish.ts";
import { untilManaged } from "./behaviors/managed-values.ts";
import { textOf, untilText } from "./behaviors/page-text.ts";
import { savedBy } from "./behaviors/patient-section.ts";
import type { Driver, PageHandle } from "./harness/driver.ts";
import { browserNames, built, launch } from "./harness/launch.ts";
import { withScene } from "./harness/scene.ts";
import { waitFor } from "./harness/wait.ts";
import { scriptOf } from "./page-scripts.ts";

const passphrase = "amber-fennel-quartz-meadow";
const draft = "Thanks for coming in for your Botox, Marisol!";
/** What somebody has typed, or a file is called: the reasons and notes of the sample are in English. */
const written = ".evidence-shown blockquote, .history .soft, .detail .facts dd";

async function sample(seed: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of sampleLines({ entries: 400, days: 4, seed, from: "2026-01-05", out: "" }))
    lines.push(toLine(line));
  return lines;
}

describe.each(browserNames)("the console in Spanish in %s", (browser) => {
  let driver: Driver;
  let page: PageHandle;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "console-"));
    const officer = await newOfficerKey(passphrase, Date.now());
    await writeFile(join(folder, "officer.key"), officerKeyText(officer));
    const managed = {
      language: "es" as const,
      consoleLock: await newConsoleLock(passphrase),
      evidenceKey: officer.publicKey,
    };
    driver = await launch(browser, { extension: built[browser], managed });
    const options = await driver.openExtensionPage("options.html");
    await untilManaged(options, managed);
    await options.close();
    await withScene(driver, scriptOf("facebook-comment", "reply"), async (scene) => {
      await scene.page.type(draft);
      await scene.until("a verdict", ({ state }) => state === "block");
      await scene.send();
      await scene.until("the card", ({ text }) => text.includes("No se envió"));
    });
    page = await driver.openExtensionPage("audit.html");
  });
  afterAll(async () => {
    await driver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const spanish = (): Promise<readonly string[]> => expectSpanish(page, written);

  async function bringIn(name: string, lines: readonly string[], evenBroken = false): Promise<void> {
    const file = join(folder, name);
    await writeFile(file, `${lines.join("\n")}\n`);
    await page.evaluate((on) => {
      const box = document.querySelector<HTMLInputElement>("#log-broken");
      if (box) box.checked = on;
      delete document.querySelector<HTMLElement>("#logs-body form .status")?.dataset["kind"];
    }, evenBroken);
    await page.setFiles("#log-files", [file]);
    await page.click("#logs-body form button[type=submit]");
    await waitFor(page, "the outcome", () =>
      /good|bad/.test(document.querySelector<HTMLElement>("#logs-body form .status")?.dataset["kind"] ?? ""),
    );
  }

  it("asks for the passphrase, and says what is wrong with one", async () => {
    await waitFor(page, "the question", () => document.activeElement?.id === "officer-passphrase");
    await page.press("Enter");
    await untilText(page, "#lock-body", "Escriba la contraseña.");
    await page.type("no es esta de ninguna manera");
    await page.press("Enter");
    await untilText(page, "#lock-body", "Esa no es la contraseña del responsable.");
    await spanish();
    await expectReadable(page);
    for (;;) {
      await page.evaluate(() => document.querySelector<HTMLInputElement>("#officer-passphrase")?.select());
      await page.type(passphrase);
      await page.press("Enter");
      await waitFor(
        page,
        "an answer",
        () =>
          document.querySelector("#entries[data-ready]") !== null ||
          /Espere/.test(document.querySelector("#lock-body .error")?.textContent ?? ""),
      );
      if (await page.evaluate(() => document.querySelector("#entries[data-ready]") !== null)) break;
    }
    await untilRecord(page);
  });

  it("shows the entries and one of them, finds by the words it shows, and records a review", async () => {
    await untilText(page, ".rows .row", "Detenido");
    await untilText(page, "#found", "Se encontró 1 caso o entrada.");
    await page.click("#filter-text");
    await page.type("detenido comentario");
    await untilText(page, "#found", "Se encontró 1 caso o entrada.");
    await page.type(" nada");
    await untilText(page, "#found", "No se encontró nada.");
    await page.click(".filters .fold button");
    await untilText(page, ".rows .row", "Detenido");
    await page.click(".grid");
    await page.press("Enter");
    await untilText(page, "#detail-body", "Su hash es correcto.");
    await spanish();
    await choose(page, "#case-state", "false-alarm");
    await page.click("#case-note");
    await page.type("Producto propio");
    await page.click(".case button[type=submit]");
    await untilText(page, ".history", "Falsa alarma");
    await untilText(page, "#said", "La revisión quedó en el registro.");
    await choose(page, "#filter-what", "review");
    await untilText(page, ".rows .row", "Revisión");
    await choose(page, "#filter-what", "");
    await untilText(page, ".rows", "Comienzo del registro");
    await spanish();
    await expectReadable(page);
  });

  it("tells of every kind of entry in words", async () => {
    const count = await page.evaluate(
      () => Number(document.querySelector(".grid")?.getAttribute("aria-rowcount")) - 1,
    );
    expect(count).toBeGreaterThan(4);
    await page.click(".grid .head");
    await page.press("Home");
    for (let at = 0; at < count; at++) {
      await page.press("Enter");
      await waitFor(
        page,
        "the entry",
        (at) => {
          const title = document.querySelector<HTMLElement>("#detail-title")?.innerText ?? "";
          return title !== "" && document.querySelector(`#row-${at}[aria-selected=true]`) !== null;
        },
        at,
      );
      // Here everything was written in Spanish, and a draft of another seat is not there yet.
      await expectSpanish(page);
      await page.evaluate(() => document.querySelector<HTMLElement>(".grid")?.focus());
      await page.press("ArrowDown");
    }
    await page.press("Home");
    await choose(page, "#filter-what", "attempts");
  });

  it("opens a sealed draft", async () => {
    await untilText(page, ".rows .row", "Detenido");
    await page.click(".rows .row");
    await untilText(page, "#detail-body", "El borrador, sellado");
    await page.setFiles("#evidence-key", [join(folder, "officer.key")]);
    await page.click("#evidence-passphrase");
    await page.type("another one than that");
    await page.click(".evidence form button[type=submit]");
    await untilText(page, ".evidence", "La contraseña no abre este archivo de clave.");
    await page.click("#evidence-passphrase");
    await page.type(passphrase);
    await page.click(".evidence form button[type=submit]");
    await untilText(page, ".evidence-shown", draft);
    await untilText(page, ".evidence", "Quedó en el registro que se abrió.");
    await spanish();
  });

  it("says in Spanish what is wrong with the log of another seat, and that another one holds", async () => {
    await view(page, "seats");
    await untilText(page, "#standing-body", "Verificar y exportar el registro de este navegador");
    const lines = await sample(3);
    const changed = lines.with(250, (lines[250] ?? "").replace(/"at":(\d+)\d/, '"at":$11'));
    await bringIn("tocado.jsonl", changed);
    expect(await textOf(page, ".results")).toContain(
      "tocado.jsonl: no se incorporó. Línea 251: cambiado: la entrada ",
    );
    await spanish();
    await bringIn("corto.jsonl", lines.slice(0, -1));
    expect(await textOf(page, ".results")).toContain("la exportación no tiene final");
    await bringIn("hueco.jsonl", lines.toSpliced(100, 2));
    expect(await textOf(page, ".results")).toMatch(/faltan? .* antes de /);
    await spanish();
    await bringIn("tocado.jsonl", changed, true);
    await untilText(page, "#logs-table", "Con una falla. Línea 251: cambiado");
    await spanish();
    await bringIn("recepción.jsonl", lines);
    await untilText(page, "#logs-body form .status", "Incorporados 1 de 1");
    await untilText(page, "#logs-table", "En orden");
    const saved = await savedBy(page, () => page.click("#standing-body button"));
    expect(Buffer.from(saved, "base64").toString("utf8")).toContain('"kind":"review"');
    await untilText(page, "#said", "todo está en orden");
    await untilText(page, "#standing-body", "Guardar su 1 borrador sellado");
    await spanish();
    await expectReadable(page);
  });

  it("tells of its entries, counts them, and reports on them", async () => {
    await view(page, "entries");
    let kinds = 0;
    for (const what of await page.evaluate(() =>
      [...document.querySelectorAll<HTMLOptionElement>("#filter-what option")].map(({ value }) => value),
    )) {
      await page.evaluate(() => document.querySelector("#found")?.replaceChildren());
      await choose(page, "#filter-what", what);
      await untilText(page, "#found", "ncontr");
      if ((await textOf(page, "#found")) === "No se encontró nada.") continue;
      kinds++;
      await untilText(page, ".rows .row", " ");
      await page.click(".rows .row");
      await waitFor(
        page,
        "the entry",
        () =>
          document.querySelector(".rows .row[aria-selected=true]") && document.querySelector("#detail-title"),
      );
      await spanish();
    }
    expect(kinds).toBeGreaterThan(8);
    await choose(page, "#filter-what", "attempts");
    await view(page, "figures");
    await waitFor(page, "charts", () => document.querySelector("#figures svg") !== null);
    await untilText(page, ".crossed", "entre paréntesis");
    await spanish();
    await expectReadable(page);
    await view(page, "report");
    await page.click("#safeguards-body form button[type=submit]");
    await untilText(page, "#said", "Quedó en el registro que se retiró.");
    await choose(page, "#report-from", "2026-01-05");
    await page.click("#report-body button[type=submit]");
    await untilText(page, ".period", "Del 5 de enero de 2026 al ");
    await untilText(page, ".period", "Casos que nadie revisó");
    await spanish();
    await expectReadable(page);
  });

  it("keeps a view, and exports what was found", async () => {
    await view(page, "entries");
    await page.evaluate(() => document.querySelector("#views-body details")?.setAttribute("open", ""));
    await page.click("#views-body button[type=submit]");
    await untilText(page, "#said", "Primero póngale un nombre a la vista.");
    await page.click("#view-name");
    await page.type("Excepciones");
    await page.click("#views-body button[type=submit]");
    await untilText(page, "#said", "Se guardó como Excepciones.");
    const saved = await savedBy(page, () => page.click("#export-body button[type=submit]"));
    // Names of columns are for other programs.
    const [head] = Buffer.from(saved, "base64").toString("utf8").split("\r\n");
    expect(head).toContain("time,seat,seq,kind,outcome,site,");
    await untilText(page, "#said", "Se exportaron ");
    await spanish();
  });
});
