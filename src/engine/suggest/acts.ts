/**
 * What a sentence does, told from a few of its words, and how the same is done without telling anything: a farewell stays
 * a farewell, a compliment stays friendly, "your refill is ready" becomes an invitation to call. `{reach}` is filled in.
 */
import { words } from "./situation.ts";
import type { Language } from "./situation.ts";

/** How things stand between the practice and the one it answers, or that it speaks to everybody. */
export type Tone = "praise" | "hard" | "ask" | "all";

export type Act =
  | "farewell"
  | "compliment"
  | "wishes"
  | "invitation"
  | "celebration"
  | "shout-out"
  | "welcome";

interface Way {
  readonly act: Act;
  readonly tones: readonly Tone[];
  /** Tested on a folded sentence. */
  readonly words: RegExp;
  readonly instead: readonly string[];
}

const ways: Readonly<Record<Language, readonly Way[]>> = {
  en: [
    {
      act: "celebration",
      tones: ["all"],
      words: words("happy (?:birthday|bday|b-day)|birthday (?:girl|boy|queen)|happy anniversary"),
      instead: [
        "Happy birthday to everyone celebrating this week",
        "Cheers to everyone celebrating this week",
      ],
    },
    {
      act: "celebration",
      tones: ["all"],
      words: words("congrats|congratulations|so proud|cheers to|winner|won"),
      instead: [
        "Congratulations to everyone with good news this week",
        "Cheers to everyone with good news this week",
      ],
    },
    {
      act: "shout-out",
      tones: ["all"],
      words: words("shout ?-?outs?|s\\/o|thank you|thanks|thx|props|kudos|big love"),
      instead: ["A big shout-out to our whole community", "A big thank-you to our whole community"],
    },
    {
      act: "welcome",
      tones: ["all"],
      words: words("welcome|say hi|say hello|meet our"),
      instead: ["Welcome to everyone who is new on this page", "Say hello in the comments"],
    },
    {
      act: "farewell",
      tones: ["praise"],
      words: words(
        "see (?:you|u|ya|yall|y'all|ur)|c u|cya|until next time|can'?t wait|look(?:ing)? forward|come (?:back|see us|thru|through|by|visit)|back soon|next time|any ?time|always welcome|miss(?:ed)? you|waiting for you|we'll be here",
      ),
      instead: ["Have a wonderful week", "Have a great day", "Have a lovely rest of the week"],
    },
    {
      act: "compliment",
      tones: ["praise"],
      words: words(
        "look|looks|looking|gorgeous|beautiful|stunning|amazing|perfect|glow|glowing|obsessed|love|loved|loves|flawless|wow|brave|champ|queen|king|star|rockstar|trooper|masterpiece|proud|best|favorite|sweet|cute|pretty|hot|fire|deserve|earned|smile|smiling|confidence|happy|glad|thrilled|excited|yay{1,9}|yes{1,9}|omg|pleasure|joy|delight|honor|fun",
      ),
      instead: ["This made us smile", "This made our day", "Reading this made our day"],
    },
    {
      act: "wishes",
      tones: ["praise"],
      words: words(
        "hope|hoping|wish|wishing|heal|healing|feel better|get well|hang in there|take care|enjoy",
      ),
      instead: ["Sending good vibes from the whole team", "All the best from the whole team"],
    },
    {
      act: "invitation",
      tones: ["hard", "ask"],
      words: words(
        "call|text|dm|message|email|e-mail|stop by|come (?:in|back|by|see|on in)|swing by|send|bring|confirm|reminder|reach out|contact|check on|take a look|fix|make (?:it|this|things) right|help|talk|pick up",
      ),
      instead: [
        "Please {reach} and somebody from the team will help",
        "For anything personal, please {reach}",
        "Please {reach}",
      ],
    },
    {
      act: "invitation",
      tones: ["ask"],
      words: words(
        "appointments?|appts?|apt|book|booked|booking|books|slot|schedule|scheduled|reschedule|ready|balance|refund|refunded|charts?|results?|portal|account|package|invoice|bill|records?|file|prescription|refill|see (?:you|u)|follow ?-?up|insurance|claim|deposit|payment|owe|due|we have you|we've got you|got u|got you",
      ),
      instead: [
        "Please {reach} and somebody from the team will help",
        "For anything personal, please {reach}",
        "Please {reach}",
      ],
    },
  ],
  es: [
    {
      act: "celebration",
      tones: ["all"],
      words: words("feliz cumple(?:anos)?|cumpleanera?|felicidades|felicitaciones|que orgullo"),
      instead: [
        "¡Felicidades a todos los que celebran esta semana",
        "¡Un abrazo a todos los que celebran esta semana",
      ],
    },
    {
      act: "shout-out",
      tones: ["all"],
      words: words("gracias|agradecemos|saludos?|un aplauso"),
      instead: ["¡Mil gracias a toda la comunidad", "¡Un saludo a toda la comunidad"],
    },
    {
      act: "farewell",
      tones: ["praise"],
      words: words(
        "nos vemos|te vemos|la vemos|lo vemos|te esperamos|la esperamos|lo esperamos|los esperamos|te espero|hasta (?:pronto|luego|la proxima|manana)|vuelv[ae]|regres[ae]|vengan?|proxima",
      ),
      instead: ["¡Feliz semana", "¡Linda semana"],
    },
    {
      act: "compliment",
      tones: ["praise"],
      words: words(
        "ves|ve|bella|bello|hermosa|hermoso|linda|lindo|preciosa|divina|divino|divinos|divinas|reina|quedo|quedaste|quedaron|encanta|encanto|alegria|alegra|emocion|gusto|placer|feliz|felices|orgullo|bonita|bonito|sonrisa|valiente|campeona|campeon|que bueno|guapa",
      ),
      instead: ["¡Esto nos sacó una sonrisa", "¡Esto nos alegró el día"],
    },
    {
      act: "invitation",
      tones: ["hard", "ask"],
      words: words(
        "citas?|turno|saldo|debe|debes|reembolso|devolvimos|expediente|resultados?|cuenta|paquete|factura|receta|lista|listo|confirm\\p{L}{0,12}|recordatorio|llam\\p{L}{0,12}|escrib\\p{L}{0,12}|mensaje|ven|venga|pase|pasa|esperamos|espero|seguro|deposito|pago|revis\\p{L}{0,12}|arregl\\p{L}{0,12}|ayud\\p{L}{0,12}|mand\\p{L}{0,12}|trae|traiga",
      ),
      instead: [
        "Por favor {reach} y con gusto ayudamos",
        "Para cualquier asunto personal, por favor {reach}",
        "Por favor {reach}",
      ],
    },
  ],
};

/** The act of a folded sentence in this tone and one harmless way to do it, without its closing mark; nothing if it does none. */
export function actOf(
  folded: string,
  language: Language,
  tone: Tone,
  by: number,
): { readonly act: Act; readonly text: string } | undefined {
  const way = ways[language].find((one) => one.tones.includes(tone) && one.words.test(folded));
  return way && { act: way.act, text: way.instead[by % way.instead.length] ?? "" };
}
