import { onKnowledge } from "../../platform/knowledge-signal.ts";
import { version } from "../../platform/page-api.ts";
import { ask } from "../shared/ask-worker.ts";
import { button, byId, h } from "../shared/h.ts";
import { drawBrowser } from "./draw-browser.ts";
import { drawEvents, drawFaults, drawSummary, drawValues } from "./draw-report.ts";
import { gatherFacts } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { reportText } from "./report-text.ts";

let text = "";

function say(words: string, kind: "good" | "bad"): void {
  const said = byId("said");
  said.textContent = words;
  said.dataset["kind"] = kind;
}

function draw(facts: Facts): void {
  byId("summary-body").replaceChildren(drawSummary(facts));
  byId("faults-body").replaceChildren(drawFaults(facts.report));
  byId("values-body").replaceChildren(drawValues(facts.report));
  byId("browser-body").replaceChildren(
    drawBrowser(facts, (host, isAllowed) => {
      say(isAllowed ? `Allowed on ${host}.` : `Not allowed on ${host}.`, isAllowed ? "good" : "bad");
      void show();
    }),
  );
  byId("events-body").replaceChildren(drawEvents(facts));
  text = reportText(facts);
  const shown = h(
    "pre",
    { class: "report", tabindex: 0, role: "region", "aria-label": "Report: text" },
    text,
  );
  byId("report-body").replaceChildren(shown);
}

/** False: nothing is known. */
async function show(): Promise<boolean> {
  const facts = await gatherFacts(ask);
  if (facts) draw(facts);
  else say("The policy could not be read. Until it can, sends are held. Check again in a moment.", "bad");
  return facts !== undefined;
}

async function checkAgain(): Promise<void> {
  const at = new Date().toLocaleTimeString("en", { timeStyle: "medium" });
  if (await show()) say(`Checked at ${at}.`, "good");
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say("The report is on the clipboard.", "good");
  } catch {
    // A browser may refuse the clipboard; the text is there to be selected.
    say("It could not be copied: select it at the end of this page instead.", "bad");
  }
}

byId("mark").replaceChildren(h("img", { src: "/icons/watching-128.png", alt: "", width: 44, height: 44 }));
byId("version").textContent = `Version ${version}`;
byId("tools").replaceChildren(
  button("Check again", "plain", () => void checkAgain()),
  button("Copy report", "primary", () => void copy()),
);
onKnowledge(() => void show());
void show();
