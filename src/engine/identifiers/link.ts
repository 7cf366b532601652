import { sentenceAt } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";
import { addressesIn } from "./parts/addresses.ts";
import { hostOf } from "./parts/hosts.ts";
import { ofBusiness } from "./parts/public-lines.ts";

/** Sites of everybody: authorities, schools, charities, reference works, lenders that practices name. */
const ofPublic =
  /^(?:https?:\/\/)?(?:[a-z\d-]+\.)*(?:[a-z\d-]+\.(?:gov|edu|mil|org)|(?:youtube|wikipedia|webmd|mayoclinic|carecredit|withcherry|zocdoc|eventbrite|indeed)\.com)(?:[:/?#]|$)/;

/** More findings of one rule tell nobody anything. */
const most = 24;

/** What a practice points everybody to, unless the words say whose it is. */
const ofUse =
  /(?<![a-z])(?:check out|apply|tickets?|register|sign up|order|donate|vote|learn more|articles?|study|studies|research|recipe|menu|map|directions|table|gift cards?|financing|hiring|vendor|supplier|brand|maker|manufacturer|sponsors?)(?![a-z])/;
const ofOne = /(?<![a-z])(?:her|his|she|he|your|ur|su|tu|patient|client)(?![a-z])/;

const rule: Rule = {
  id: "link",
  category: "identifier",
  confidence: "likely",
  why: "This address is not the practice's own, and a page may tell whose it is.",
  source: "45 CFR 164.514(b)(2)(i)(N)",
  find: (context) => {
    const { text } = context.folded;
    const links = addressesIn(context.folded).filter(({ isMail }) => !isMail);
    if (links.length === 0) return [];
    const { websites, emails, handles } = context.practice;
    const own = [...websites, ...emails.map((email) => email.split("@")[1] ?? "")]
      .map((site) => hostOf(site.toLowerCase()))
      .filter(Boolean);
    return links.slice(0, most).filter((span) => {
      const typed = text.slice(span.start, span.end);
      const host = hostOf(typed);
      if (ofPublic.test(typed)) return false;
      if (own.some((domain) => host === domain || host.endsWith(`.${domain}`))) return false;
      if (handles.some((handle) => typed.includes(handle.replace(/^@/, "").toLowerCase()))) return false;
      const sentence = sentenceAt(text, span).replace(typed, "");
      return !ofBusiness.test(sentence) && (!ofUse.test(sentence) || ofOne.test(sentence));
    });
  },
};
export default rule;

export const examples: Examples = {
  flags: ["Read it all at «www.inesblogs.example/chin»!", "She keeps a diary, «petalhopper.blog», about it."],
  allows: [
    "The board is at tn.gov.",
    "So great.so happy!",
    "Sign up at redcross.org on Friday.",
    "Order the mugs at clayandkiln.example.",
  ],
};
