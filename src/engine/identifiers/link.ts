import { matches, sentenceAt } from "../lexicon/find.ts";
import type { Examples, Rule } from "../rule.ts";
import { hostOf } from "./parts/hosts.ts";
import { ofBusiness } from "./parts/public-lines.ts";

const label = "[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?";
const rest = "(?::\\d{2,5})?(?:[/?#](?:[^\\s<>\"']{0,200}[a-z\\d/_=&#-])?)?";
/** Ends of names that are no words of English or Spanish: "great.so happy" is a missing space, not a site. */
const ends =
  "(?:com|net|org|info|biz|io|co|app|dev|site|online|shop|store|blog|page|link|xyz|club|health|care|clinic|dental|beauty|salon|tv|cc|ai|example|ca|uk|mx|br|ar|cl|fr|nl|pl|cz|ch|at|dk|fi|gr|hu|ie|il|jp|kr|nz|pt|ro|ru|sk|ua|za|au|eu|cn)";
const withScheme = new RegExp(`(?<![a-z\\d])https?://(?:${label}\\.){1,6}[a-z\\d-]{2,24}${rest}`, "g");
const withWww = new RegExp(`(?<![a-z\\d./@-])www\\.(?:${label}\\.){1,5}[a-z\\d-]{2,24}${rest}`, "g");
const bare = new RegExp(
  `(?<![a-z\\d./@_%+-])(?:${label}\\.){1,4}${ends}(?![a-z\\d@_-]|\\.[a-z\\d])${rest}`,
  "g",
);

/** Sites of everybody: authorities, schools, charities, reference works, lenders that practices name. */
const ofPublic =
  /^(?:https?:\/\/)?(?:[a-z\d-]+\.)*(?:[a-z\d-]+\.(?:gov|edu|mil|org)|(?:youtube|wikipedia|webmd|mayoclinic|carecredit|withcherry|zocdoc|eventbrite|indeed)\.com)(?:[:/?#]|$)/;

const rule: Rule = {
  id: "link",
  category: "identifier",
  confidence: "likely",
  why: "This address is not the practice's own, and a page may tell whose it is.",
  source: "45 CFR 164.514(b)(2)(i)(N)",
  find: (context) => {
    const { text } = context.folded;
    if (!/[a-z\d]\.[a-z]/.test(text)) return [];
    const { websites, emails, handles } = context.practice;
    const own = [...websites, ...emails.map((email) => email.split("@")[1] ?? "")]
      .map((site) => hostOf(site.toLowerCase()))
      .filter(Boolean);
    return matches(context, [withScheme, withWww, bare], (span) => {
      const typed = text.slice(span.start, span.end);
      const host = hostOf(typed);
      if (ofPublic.test(typed)) return false;
      if (own.some((domain) => host === domain || host.endsWith(`.${domain}`))) return false;
      if (handles.some((handle) => typed.includes(handle.replace(/^@/, "").toLowerCase()))) return false;
      return !ofBusiness.test(sentenceAt(text, span).replace(typed, ""));
    });
  },
};
export default rule;

export const examples: Examples = {
  flags: ["Read it all at «www.inesblogs.example/chin»!", "She keeps a diary, «petalhopper.blog», about it."],
  allows: ["The board is at tn.gov.", "So great.so happy!", "Sign up at redcross.org on Friday."],
};
