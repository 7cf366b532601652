/** The identifiers of 45 CFR 164.514(b)(2), one file each. */
import type { Rule } from "../rule.ts";
import ageOver89 from "./age-over-89.ts";
import bankNumber from "./bank-number.ts";
import birthDate from "./birth-date.ts";
import cardNumber from "./card-number.ts";
import contactAddress from "./contact-address.ts";
import device from "./device.ts";
import fullDate from "./full-date.ts";
import hardwareAddress from "./hardware-address.ts";
import healthPlanNumber from "./health-plan-number.ts";
import homeTown from "./home-town.ts";
import licenseNumber from "./license-number.ts";
import link from "./link.ts";
import mention from "./mention.ts";
import networkAddress from "./network-address.ts";
import phone from "./phone.ts";
import postalAddress from "./postal-address.ts";
import recordNumber from "./record-number.ts";
import socialSecurity from "./social-security.ts";
import storyDetails from "./story-details.ts";
import streetAddress from "./street-address.ts";
import vehicle from "./vehicle.ts";
import visitDate from "./visit-date.ts";

export const identifiers: readonly Rule[] = [
  ageOver89,
  bankNumber,
  birthDate,
  cardNumber,
  contactAddress,
  device,
  fullDate,
  hardwareAddress,
  healthPlanNumber,
  homeTown,
  licenseNumber,
  link,
  mention,
  networkAddress,
  phone,
  postalAddress,
  recordNumber,
  socialSecurity,
  storyDetails,
  streetAddress,
  vehicle,
  visitDate,
];
