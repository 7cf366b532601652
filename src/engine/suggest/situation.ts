import { fold } from "../normalize.ts";
import type { Draft, Hit } from "../model.ts";

/** What is going on, as far as a safe answer depends on it. */
export type Situation =
  | "praise"
  | "neutral"
  | "complaint"
  | "billing"
  | "wait"
  | "question"
  | "threat"
  | "stranger"
  | "message"
  | "post"
  | "review"
  | "insider";

export type Language = "en" | "es";

const spanish =
  /(?<!\p{L})(?:el|la|los|las|de|que|por|para|gracias|usted|su|sus|tu|con|muy|un|una|y|en|nos|te|le|esta|hola|si|no|se|mi|lo|como|pero|ya|al|del|aqui|cuanto|es)(?!\p{L})/gu;
const english =
  /(?<!\p{L})(?:the|you|your|and|for|to|of|we|is|in|it|with|thank|thanks|our|that|this|was|are|on|at|so|i|my|not|have|her|his|she|he|u|ur|be|from)(?!\p{L})/gu;

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;

/** The draft's own language; a draft too short to tell takes the language of what it answers. */
export function languageOf(draft: Draft): Language {
  for (const text of [draft.text, draft.thread?.text ?? ""]) {
    const folded = fold(text.slice(0, 1000)).text;
    const [es, en] = [count(folded, spanish), count(folded, english)];
    if (es !== en) return es > en ? "es" : "en";
  }
  return "en";
}

const words = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, "u");

const money = words(
  "bill|billed|billing|charge|charged|charges|fee|fees|refund|refunded|deposit|insurance|paid|pay|price|prices|overpriced|expensive|money|invoice|balance|copay|claim|card|cobraron|cobro|factura|seguro|deposito|reembolso|dinero|caro|pago",
);
const waiting = words(
  "wait|waited|waiting|waits|hours?|late|delay|delayed|minutes|schedule|scheduling|rescheduled|running behind|on hold|voicemail|never called|espera|esperando|espere|demora|tarde",
);
const unhappy = words(
  "worst|terrible|horrible|rude|awful|never again|one star|1 star|disappointed|unprofessional|scam|avoid|bad|botched|hurt|hurts|ruined|uneven|burned|burnt|ignored|unhappy|upset|wrong|lied|dirty|rushed|pain|pesimo|malo|mala|grosera|grosero|quemaron|decepcion|nunca mas|not impressed|waste|joke|fake|refused|sue|lawyer|reported|complaint|careless|incompetent|liars?|crooked|swollen|bruised|infected|sorry|apologi[sz]e|lamentamos|disculpe",
);
/** Words that keep a review from being read as praise, though they are no complaint by themselves. */
const doubt = words(
  "no|not|never|nobody|none|nothing|didn['’]?t|don['’]?t|doesn['’]?t|won['’]?t|can['’]?t|couldn['’]?t|wasn['’]?t|isn['’]?t|but|still|why|only|nunca|nadie|nada|pero",
);
const happy = words(
  "thank|thanks|love|loved|great|best|amazing|awesome|wonderful|recommend|recommends|perfect|beautiful|obsessed|happy|friendly|kind|excellent|5 stars|five stars|glad|professional|warm|caring|lovely|clean|sweet|gracias|encanto|excelente|mejor|recomiendo|feliz|hermosa|divina",
);
const asks =
  /\?\s*$|^(?:is|are|do|does|can|how|what|when|where|why|cuanto|como|cuando|donde|hacen|tienen)\s/u;

const applause = /(?:★|⭐|❤|💛|💕|😍|🥰|👏|🙌|💜|💖|10\/10|a\+|5\/5)/;

/** The situation of a draft and, after it, those whose replies also fit. What is unclear is answered neutrally. */
export function situationsOf(draft: Draft, hits: readonly Hit[]): readonly Situation[] {
  if (draft.surface === "review")
    return [hits.some(({ category }) => category === "conduct") ? "insider" : "review"];
  if (draft.surface === "post" || (draft.surface === "comment" && !draft.thread)) return ["post"];
  if (draft.surface === "message") return ["message"];
  const rules = new Set(hits.map(({ rule }) => rule));
  const said = fold(draft.thread?.text ?? "").text;
  const own = fold(draft.text).text;
  const bad = unhappy.test(said);
  const good = !bad && (happy.test(said) || applause.test(said));
  const found: Situation[] = [];
  if (rules.has("legal-threat") || rules.has("exposure-threat") || rules.has("gag-clause"))
    found.push("threat");
  if (rules.has("no-record") || rules.has("reviewer-accused")) found.push("stranger");
  if (asks.test(said.trim()) && !bad) found.push("question");
  if (!good) {
    if (money.test(said)) found.push("billing");
    if (waiting.test(said)) found.push("wait");
  }
  if (bad) found.push("complaint");
  if (found.length > 0) return [...found, "neutral"];
  return good || (happy.test(own) && !doubt.test(said)) ? ["praise"] : ["neutral"];
}
