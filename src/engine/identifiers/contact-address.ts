import { matches, withoutOverlaps } from "../lexicon/find.ts";
import { addressesIn } from "./parts/addresses.ts";
import { hostOf } from "./parts/hosts.ts";
import type { Examples, Rule, Span } from "../rule.ts";

/** Written so that no machine finds it. */
const hidden =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63} ?[[(]at[\])] ?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g;
const profile = /(?:facebook|instagram|tiktok|yelp|linkedin|x|twitter)\.com\/[a-z0-9._/?=-]{3,80}/g;
/** Addresses of an office, not of a person. */
const ofOffice =
  /^(?:info|hello|hi|hola|contact|support|help|jobs|careers|press|media|orders|office|admin|billing|records|team|events|news|tickets|volunteer|donate|manager|privacy|compliance)@/;
const claimed = /(?<![a-z])(?:my|your|ur|her|his) e-?mail(?: address)?(?: is)?[: ]{1,2}$/;
const isClaimed = (text: string, at: number): boolean =>
  text.slice(0, at).trim() === "" || claimed.test(text.slice(Math.max(0, at - 32), at));

/** More findings of one rule tell nobody anything. */
const most = 24;

const rule: Rule = {
  id: "contact-address",
  category: "identifier",
  confidence: "likely",
  why: "This e-mail or profile address is not the practice's own: it points to a person.",
  source: "45 CFR 164.514(b)(2)(i)(F)",
  find: (context) => {
    if (!/@|[[(]at[\])]|\.com\//.test(context.folded.text)) return [];
    const { emails, websites, handles } = context.practice;
    const domains = [...websites, ...emails.map((address) => address.split("@")[1] ?? "")].map(domainOf);
    const { text } = context.folded;
    const isOfPerson = (span: Span): boolean => {
      const typed = text.slice(span.start, span.end);
      // Of an office, unless somebody calls it their own or nothing else is said.
      if (ofOffice.test(typed) && !isClaimed(text, span.start)) return false;
      const ownProfile = handles.some((handle) => typed.includes(handle.replace(/^@/, "").toLowerCase()));
      return !ownProfile && !domains.some((domain) => domain !== "" && typed.endsWith(domain));
    };
    const mails = addressesIn(context.folded).filter((one) => one.isMail && isOfPerson(one));
    return withoutOverlaps([...mails.slice(0, most), ...matches(context, [hidden, profile], isOfPerson)]);
  },
};
export default rule;

const domainOf = (site: string): string => hostOf(site.toLowerCase()).split(".").slice(-2).join(".");

export const examples: Examples = {
  flags: ["We sent it to «ines.duarte@mailbox.example» today.", "Proof: «facebook.com/ines.duarte.7»"],
  allows: ["Write to info@foodbank.example to volunteer.", "We are at 5th and Main, at the corner."],
};
