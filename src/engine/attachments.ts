import type { Attachment, Hit } from "./model.ts";
import { fold } from "./normalize.ts";
import type { RuleContext } from "./rule.ts";

/** Names of pictures that show a thing, not a person. */
const things =
  /(?<![a-z])(?:logo|flyer|flier|menu|price-?list|pricelist|prices?|precios|fee-schedule|hours|banner|map|mapa|lobby|office|storefront|product|products|bottle|bottles|shelf|flatlay|mockup|design|gift-card|sheet|guide|aftercare|gift|tote|machine|couch|table|mural|balloons|infographic|coupon|poster|entrance|parking|invitation|template)(?![a-z])/;

/** Words that say that a person is shown after all. */
const people =
  /(?<![a-z])(?:before|after|befores|afters|antes|despues|patient|client|selfie|face|lips?|smile|team|staff|kids?|group|girls?|mom|mrs|mr|bride|case|reveal|result|results|healed|day ?\d{1,9}|wk ?\d{1,9}|week ?\d{1,9}|chart|consent|xray|pano|crowd|screenshot|elves|insurance|holiday|xmas)(?![a-z])/;

/** Any picture or film may show a person until somebody attests a signed authorization (45 CFR 164.508). */
export function recognizeAttachments({ draft }: RuleContext): readonly Hit[] {
  return (draft.attachments ?? [])
    .filter(({ attested }) => attested !== true)
    .map((attachment) => ({
      rule: "attachment",
      category: "media",
      confidence: showsThing(attachment) ? "possible" : "certain",
      start: 0,
      end: 0,
      why: "A picture or video of a person may go out only with that person's signed authorization on record.",
      source: "45 CFR 164.508(a)",
    }));
}

function showsThing({ name, kind }: Attachment): boolean {
  const words = fold(name.replace(/\.[a-z0-9]{2,5}$/i, "")).text.replace(/[_.+]+/g, "-");
  return kind === "image" && things.test(words) && !people.test(words);
}
