/** The extension's own pages in Spanish: whole, and readable for everybody. */
import { expect } from "vitest";
import { waitFor } from "../harness/wait.ts";
import { expectReadable } from "./access.ts";
import type { Behavior } from "./behavior.ts";
import { expectSpanish } from "./in-spanish.ts";

/** `ready` is there when the page has drawn what it asks for. */
function speaksSpanish(file: string, ready: string, says: readonly string[]): Behavior {
  return {
    title: `${file} is in Spanish, whole and readable`,
    async run(driver) {
      const page = await driver.openExtensionPage(file);
      await waitFor(page, "the page", (place) => document.querySelector(place) !== null, ready);
      const words = await expectSpanish(page);
      for (const one of says) expect(words).toContain(one);
      await expectReadable(page);
      await page.close();
    },
  };
}

export const spanishPages: readonly Behavior[] = [
  speaksSpanish("popup.html", "#policy-body dl", ["Política", "Rigor", "Equilibrado", "Opciones"]),
  speaksSpanish("policy.html", "#values-body table", [
    "Informe de la política",
    "Todas las opciones",
    "Qué pasa: todo",
  ]),
  speaksSpanish("options.html", "#policy-file-body .setting", [
    "Opciones de ReplyGuard",
    "Lista de pacientes",
    "Publicar de todos modos",
    "Cuando no se pudo revisar un borrador",
    "Gracias por la visita",
  ]),
  speaksSpanish("audit.html", "#entries[data-ready]", [
    "El registro",
    "Todos los borradores",
    "Hasta el día, inclusive",
    "Se retiró una respuesta",
  ]),
  speaksSpanish("practice.html", "#room-body article", ["Sala de práctica", "Bajo su publicación: «"]),
  speaksSpanish("welcome.html", "#practice-body form, #practice-body p", ["Ir a la sala de práctica"]),
];
