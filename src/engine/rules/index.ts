/** The language rules, in the order of their names. A test holds this list and the folder together. */
import type { Rule } from "../rule.ts";
import aftercareToPerson from "./aftercare-to-person.ts";
import asksWho from "./asks-who.ts";
import beforeAfter from "./before-after.ts";
import cameIn from "./came-in.ts";
import careEcho from "./care-echo.ts";
import chartTalk from "./chart-talk.ts";
import clinicalDetail from "./clinical-detail.ts";
import compliment from "./compliment.ts";
import confirmingAnswer from "./confirming-answer.ts";
import doseAnswered from "./dose-answered.ts";
import exposureThreat from "./exposure-threat.ts";
import gagClause from "./gag-clause.ts";
import healingWishes from "./healing-wishes.ts";
import insiderReview from "./insider-review.ts";
import legalThreat from "./legal-threat.ts";
import noRecord from "./no-record.ts";
import patientStatus from "./patient-status.ts";
import patientStory from "./patient-story.ts";
import pleasureOfCare from "./pleasure-of-care.ts";
import reviewRemovalDeal from "./review-removal-deal.ts";
import reviewReward from "./review-reward.ts";
import reviewerAccused from "./reviewer-accused.ts";
import scheduling from "./scheduling.ts";
import seeYouAgain from "./see-you-again.ts";
import sorryItHappened from "./sorry-it-happened.ts";
import thanksForVisit from "./thanks-for-visit.ts";
import theirCare from "./their-care.ts";
import vagueApology from "./vague-apology.ts";
import weDid from "./we-did.ts";
import youDid from "./you-did.ts";
import youHad from "./you-had.ts";
import youPaid from "./you-paid.ts";
import yourCare from "./your-care.ts";
import yourMoney from "./your-money.ts";
import yourVisit from "./your-visit.ts";
import yours from "./yours.ts";

export const rules: readonly Rule[] = [
  aftercareToPerson,
  asksWho,
  beforeAfter,
  cameIn,
  careEcho,
  chartTalk,
  clinicalDetail,
  compliment,
  confirmingAnswer,
  doseAnswered,
  exposureThreat,
  gagClause,
  healingWishes,
  insiderReview,
  legalThreat,
  noRecord,
  patientStatus,
  patientStory,
  pleasureOfCare,
  reviewRemovalDeal,
  reviewReward,
  reviewerAccused,
  scheduling,
  seeYouAgain,
  sorryItHappened,
  thanksForVisit,
  theirCare,
  vagueApology,
  weDid,
  youDid,
  youHad,
  youPaid,
  yourCare,
  yourMoney,
  yourVisit,
  yours,
];
