/** For the worker, which hands the card its messages where the policy names another language than the browser's. */
import enCard from "../locales/en/card.json" with { type: "json" };
import enWords from "../locales/en/words.json" with { type: "json" };
import enWorker from "../locales/en/worker.json" with { type: "json" };
import esCard from "../locales/es/card.json" with { type: "json" };
import esWords from "../locales/es/words.json" with { type: "json" };
import esWorker from "../locales/es/worker.json" with { type: "json" };

type Some = Readonly<Record<string, string>>;

const ofCard: Readonly<Record<"en" | "es", Some>> = {
  en: { ...enCard, ...enWords },
  es: { ...esCard, ...esWords },
};

/** All that the content script says. */
export const cardMessages = (language: "en" | "es"): Some => ofCard[language];

/** All that the worker says itself, on the toolbar. */
export const workerMessages = (language: "en" | "es"): Some => ({
  ...(language === "es" ? esWorker : enWorker),
  ...(language === "es" ? esWords : enWords),
});
