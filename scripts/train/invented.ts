import { toContext } from "../../src/engine/context.ts";
import type { Draft, Practice } from "../../src/engine/model.ts";
import type { Blend } from "../../src/engine/model/packed.ts";
import { type Model, judge, toOdds } from "../../src/engine/model/score.ts";

/** A practice that nobody has. */
export const inventedPractice: Practice = {
  name: "Quillback Dermatology",
  aliases: ["Quillback"],
  addresses: ["12 Quillback Lane, Fort Example, OH 45000"],
  phones: ["513-555-0100"],
  emails: ["hello@quillback.example"],
  websites: ["quillback.example"],
  handles: ["@quillbackderm"],
  staff: [{ name: "Dr. Odile Marchetti", role: "Dermatologist" }],
};

const thread = { author: "Pia R.", text: "Lovely place, great staff." };

/** Drafts of nobody, in none of the sets: `train` records what the weights say about them, and a test holds them to it. */
export const invented: readonly Draft[] = [
  { text: "Thank you for the kind words, Pia!", site: "google", surface: "review-reply", thread },
  { text: "Thanks for coming in for your Botox, Pia!", site: "yelp", surface: "review-reply", thread },
  { text: "Your refund went to the card you paid with.", site: "facebook", surface: "comment", thread },
  { text: "We have no record of you as a patient here.", site: "google", surface: "review-reply", thread },
  { text: "Muchas gracias por su comentario.", site: "google", surface: "review-reply", thread },
  { text: "Open until six on Fridays this summer.", site: "instagram", surface: "post" },
];

/** The draft's log-odds, to four decimals: the last ones may differ between engines. */
export function oddsOf(model: Model, blend: Blend, draft: Draft): number {
  return Number(toOdds(blend, judge(model, toContext(draft, inventedPractice)).margins).toFixed(4));
}
