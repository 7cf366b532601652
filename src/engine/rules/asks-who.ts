import { rx, toPerson } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`(?:what|which|que|cual|whose) (?:is|es|was|fue|['’]s)? ?(?:the|el|your|su|tu|full|last|first)? ?(?:(?:full|last|first) )?(?:name|nombre|apellido) (?:on|under|for|that|de|en|con|was|is) (?:the|your|ur|la|su|tu|that|this) (?:booking|reservation|account|appointment|file|visit|reserva|cuenta|cita)`,
  rx`(?:your|ur|su|tu) (?:full |complete )?(?:date of birth|dob|birth ?dates?|birthday|fecha de nacimiento)`,
  rx`(?:the|your|ur|full) name (?:(?:it|that|you|the) ){0,2}(?:is|was|are)? ?(?:booked|scheduled|reserved|used|on file)(?: (?:under|for|when|with))?`,
];

const rule: Rule = {
  id: "asks-who",
  category: "identifier",
  confidence: "possible",
  why: "Asking for the name on a booking or a birth date treats this person as somebody who was here.",
  source: "45 CFR 164.514(b)(2)",
  find: (context) => (context.draft.surface === "message" ? toPerson(context, patterns) : []),
};
export default rule;

export const examples: Examples = {
  flags: [
    { text: "Hi! «What is the name on the booking»?", surface: "message" },
    { text: "Could you send «your date of birth»?", surface: "message" },
    { text: "¿Me comparte «su fecha de nacimiento»?", surface: "message" },
  ],
  allows: [
    { text: "Hi! How can we help?", surface: "message" },
    { text: "We ask every caller for a name and a birth date.", surface: "message" },
    "What a name for a booking page!",
  ],
};
