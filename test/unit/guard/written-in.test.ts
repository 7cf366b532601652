import { describe, expect, it } from "vitest";
import { writtenIn } from "../../../scripts/guard/written-in.ts";

describe("writtenIn", () => {
  it.each([
    "Thank you for the kind words!",
    "We open at nine on La Brea, across from El Camino.",
    "Dr. de la Cruz is off on Friday.",
    "Hola neighbors! The new schedule is up.",
    "ok 👍",
    "",
    "12345 !!!",
    "ur glow >>>",
  ])("reads English: %s", (text) => expect(writtenIn(text)).toBe("English"));

  it.each([
    "¡Gracias por sus palabras!",
    "Lamentamos mucho la espera que tuvo ayer.",
    "Ábrimos a las nueve, todos los días menos el domingo.",
    "usted firmo el papel",
    "B0t0x $12 la unidad, todos los viernes",
  ])("reads Spanish: %s", (text) => expect(writtenIn(text)).toBe("Spanish"));

  it.each([
    "Te esperamos el viernes para your follow up with the doctor",
    "Thank you so much, qué bueno que le gustó el trato que tuvo",
  ])("reads a mix: %s", (text) => expect(writtenIn(text)).toBe("mixed"));
});
