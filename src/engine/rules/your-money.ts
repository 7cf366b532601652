import { isActual, type Keep, rx, toPerson } from "../lexicon/find.ts";
import { money } from "../lexicon/marks.ts";
import { tu, your } from "../lexicon/words.ts";
import type { Examples, Rule } from "../rule.ts";

const patterns = [
  rx`${your} (?:(?:own|first|second|last|next|remaining|outstanding|full|new|old|past due|unpaid|dental|${money}|health|medical|hsa|no-?show|cancellation|surgical|original|emailed|loyalty|glow|unused|current|monthly|june|may|july|april|march|billing|\d{1,2}(?:st|nd|rd|th)?|[a-z]{1,12}['’]s|\$[\d,.]{1,9}|[\d,.]{1,9}) ){0,2}(?:${money})`,
  rx`(?:${tu}) (?:(?:ultimo|proximo|primer) )?(?:saldo|deposito|reembolso|factura|seguro|aseguradora|cuenta|tarjeta|pagos?|cuota|paquete|membresia|copago|recibo|financiamiento|credito|cotizacion|descuento|deducible|medicaid|plan)`,
  rx`${your} \$ ?[\d,.]{1,9}(?: [a-z]{1,12})?`,
  rx`(?:her|his|their) (?:(?:last|remaining|outstanding|full|past due|unpaid|dental) )?(?:balance|deposit|refund|bill|invoice|insurance|deductible|co-?pay|claim|payment plan|payments|card|hsa|medicaid|financing|installments?)`,
];

/** "I read your account": a telling, not a ledger. */
const telling = /(?<![a-z])(?:read|heard?|believe|appreciate|value|respect|reading|hearing) $/;
const isLedger: Keep = (span, text, context) =>
  isActual(span, text, context) &&
  !(
    text.startsWith("your account", span.start) &&
    telling.test(text.slice(Math.max(0, span.start - 14), span.start))
  );

const rule: Rule = {
  id: "your-money",
  category: "payment",
  confidence: "certain",
  why: "This person's bill, deposit, insurance or plan is protected like their treatment.",
  source: "45 CFR 160.103 (payment for care)",
  find: (context) => toPerson(context, patterns, isLedger),
};
export default rule;

export const examples: Examples = {
  flags: [
    "We looked into «your refund».",
    "«Your $40 credit» is still there.",
    "«Tu saldo» sigue igual.",
    "«Your last invoice» went out by mail.",
  ],
  allows: [
    "Deposits are refundable up to 24 hours before, for everyone.",
    "Our fee schedule is on the site.",
    "Your rating means a lot.",
    "I have read your account twice.",
  ],
};
