import { gap, isParticular, matches, rx, toPerson, withoutOverlaps } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";

const sum = "(?:\\$ ?[\\d,.]{1,9}k?|[\\d,.]{2,9} (?:dollars|bucks|dolares|pesos))";

const toOne = [
  rx`(?:you|u|ya|your [a-z]{2,12}|ur [a-z]{2,12})(?:['’]?(?:ve|d|re|ll))? (?:(?:have|had|were|was|are|still|only|already|never|did|will|just|also|got|both|actually|do) ){0,3}(?:paid|pay|owe|owed|owes|spent|charged|billed|refunded|credited|quoted|approved (?:for|at)|financed|saved|tipped|disputed|charged back|got (?:a|the|your) (?:refund|discount|credit)|behind|prepaid|overpaid|declined at|maxed|met (?:your|the) deductible|bought|purchased|used (?:your|the|a) (?:credit|groupon|points|hsa))(?:${gap(12)}${sum})?`,
  rx`(?:we|i|she|he|they|the (?:office|desk|bank))(?:['’]?(?:ve|ll|d))? (?:(?:have|had|did|already|just|also|still|only|even|never|will|can|could|would|gladly|happily|be|happy to|have to|agreed to|offered to|are|were) ){0,3}(?:refund(?:ed)?|credit(?:ed)?|waived?|charged?|billed|reversed?|reimbursed?|comped|comp|invoiced|discounted|appealed|resubmitted|rebilled|submitted|re-?ran|ran|honou?red|matched|knock(?:ed)?|returned|wrote off|zeroed|applied|quoted|ate|took)${gap(14)}(?:you|u|your|ur|the|that|it|this|half|back|off|${sum})(?: (?:deposit|charge|fee|card|balance|difference|claim|bill|visit|portion|amount|cost|money|payment|month|groupon|price|full|duplicate))?`,
  rx`(?:the|that|this|both) (?:(?:refund|charge|payment|deposit|claim|fee|balance|bill|duplicate|invoice|credit|rebate|installment|copay|check|chargeback|dispute|difference|estimate|quote))(?: [a-z]{1,12})? (?:was|were|has been|went|cleared|posted|hit|bounced|came|got|shows|goes|holds|applied)(?: (?:already|already been|just|not|being|been|back|still))?(?: [a-z]{1,14})?`,
  rx`(?:insurance|insurer|(?:your|ur|her|his|the) plan|medicare|medicaid|carecredit|cherry|aetna|cigna|anthem|delta|the (?:plan|carrier|bank)|deductible|claim|coverage)${gap(14)}(?:denied|declined|rejected|paid|lapsed|covered|covers|approved|hadn['’]?t been met|wasn['’]?t met|met|maxed|terminated|expired|processed|kicked in|refused|didn['’]?t (?:pay|cover)|did not (?:pay|cover))(?: [a-z]{1,12})?`,
  rx`(?:balance|total|subtotal|amount|bill|copay|remaining|left|owe|owed|after insurance)(?: (?:is|was|came to|of|due|on|comes to|today))?[:\s]{1,3}${sum}`,
  rx`${sum}${gap(10)}(?:left|remaining|due|owed|outstanding|past due|back on|was (?:refunded|charged|cleared|for)|went|after (?:your|insurance|her|his)|credit|balance|to your|on your|on ur|to the card|refunded)(?: [a-z]{1,10})?`,
  rx`(?:at no (?:extra |additional )?(?:charge|cost)|no charge|free of charge|on (?:us|me)|on the house|covered by us|for free|half off|complimentary|waived|gratis)(?: (?:for|to) (?:you|u|your))`,
  rx`(?:refund|reimburse|credit|comp|discount) (?:you|u|your|ur|the (?:treatment|visit|procedure|cost|difference|remaining|deposit|fee)|half|part)(?: [a-z]{1,12})?`,
  rx`(?:visa|amex|mastercard|discover|card|cc) (?:ending )?(?:in )?\d{4}`,
  rx`(?<!gift )card (?:ending|on file|was|got|is|keeps|came back)(?: (?:in|declined|expired|\d{4}))?`,
  rx`(?:(?:te|le) (?:devolvimos|devolveremos|cobramos|cobraron|cobro|regalamos|descontamos|reembolsamos|falta(?:n)? (?:pagar)?|qued[ao]n? (?:debiendo|\$?\d)|queda(?:n)? (?:\$|un saldo|pendiente|\d)|debe|debemos)|(?:usted|tu) (?:pago|debe|pagaste|debes)|lo que (?:pago|pagaste)|(?:el|su|tu) seguro (?:no |ya )?(?:cubrio|pago|nego|cubre))(?:${gap(10)}${sum})?`,
  rx`(?:sent|mailed|emailed) (?:(?:you|u|out|over) ){0,2}(?:(?:\d|two|three|four|five|several|multiple|a|an|the|your|final) ){0,2}(?:statements?|invoices?|bills?|receipts?|collections?)`,
  rx`(?:in|to|sent to) collections`,
  rx`(?:el|su|tu) (?:seguro|plan|aseguradora|medicaid|banco) (?:(?:no|ya|si|le|te|nos|lo|la|solo) ){0,3}(?:cubrio|pago|nego|rechazo|aprobo|autorizo|declino|reembolso)(?: [a-z]{1,12}){0,2}`,
  rx`(?:te|le|se le|se te) (?:devolvio|reembolso|acredito|acreditamos|cobro|desconto|perdonamos|condonamos|regreso|regresamos|aplicamos|abono|abonamos|facturamos)(?: (?:el|la|su|tu|todo|los|un))?(?: [a-z]{1,12})?`,
];
const ofAnyone = [
  rx`(?:she|he|[a-z]{2,12} [a-z]\.|patient|client)${gap(12)}(?:paid|owes|owed|spent|still owes|got approved|got (?:her|his) refund|was charged|was refunded|was quoted)(?:${gap(12)}${sum})`,
];

const rule: Rule = {
  id: "you-paid",
  category: "payment",
  confidence: "likely",
  why: "What somebody paid, owes, got back or had covered is their protected information.",
  source: "45 CFR 160.103 (payment for care); OCR, Elite Dental Associates (2019)",
  find: (context) =>
    withoutOverlaps([...toPerson(context, toOne, isParticular), ...matches(context, ofAnyone)]),
};
export default rule;

export const examples: Examples = {
  flags: [
    "«El seguro le nego el reclamo».",

    "«You still owe us $60.»",
    "«We refunded you on the» spot.",
    "The «insurance denied it» twice.",
    { text: "He paid with coins, and «he paid $900»", surface: "post" },
  ],
  allows: [
    "El seguro dental ayuda con limpiezas.",

    "Insurance does not cover cosmetic care for anyone.",
    "The consult fee is $50 and is credited toward any treatment.",
    "A gift card is good for anything on the menu.",
    "People pay the listed price, always.",
    { text: "We refunded nobody's parking, sorry Tucson.", surface: "post" },
  ],
};
