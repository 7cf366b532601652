/** Ids and captions of the Open Cybersecurity Schema Framework 1.7.0, as far as its part in `ocsf-schema.ts` has them. */

export type Captions = Readonly<Record<number, string>>;

/** From 0 on, and 99, which everywhere is what the schema has no id for. */
const captions = (fromZero: string): Captions =>
  Object.fromEntries([...fromZero.split(", ").map((caption, id) => [id, caption]), [99, "Other"]]);

export const severity = captions("Unknown, Informational, Low, Medium, High, Critical, Fatal");
/** 4, Suppressed, is deprecated. */
export const findingActivity = captions("Unknown, Create, Update, Close");
export const findingStatus = captions("Unknown, New, In Progress, Suppressed, Resolved, Archived, Deleted");
export const action = captions("Unknown, Allowed, Denied");
export const disposition = captions(
  "Unknown, Allowed, Blocked, Quarantined, Isolated, Deleted, Dropped, Custom Action, Approved, Restored, Exonerated, " +
    "Corrected, Partially Corrected, Uncorrected, Delayed, Detected, No Action, Logged, Tagged, Alert, Count, Reset, Captcha, " +
    "Challenge, Access Revoked, Rejected, Unauthorized, Error",
);
export const verdict = captions(
  "Unknown, False Positive, True Positive, Disregard, Suspicious, Benign, Test, Insufficient Data, Security Risk, " +
    "Managed Externally, Duplicate",
);
export const dataCategory = captions(
  "Unknown, Personal, Governmental, Financial, Business, Military and Law Enforcement, Security",
);
export const lifecycle = captions("Unknown, Data at-Rest, Data in-Transit, Data in-Use");
export const detectionSystem = captions(
  "Unknown, Endpoint, DLP Gateway, Mobile Device Management, Data Discovery & Classification, Secure Web Gateway, " +
    "Secure Email Gateway, Digital Rights Management, Cloud Access Security Broker, Database Activity Monitoring, " +
    "Application-Level DLP, Developer Security, Data Security Posture Management",
);
export const deviceType = captions("Unknown, Server, Desktop, Laptop, Tablet, Mobile, Virtual, IOT, Browser");
export const analyticType = captions("Unknown, Rule, Behavioral, Statistical, Learning (ML/DL)");
export const baseActivity = captions("Unknown");
export const baseStatus = captions("Unknown, Success, Failure");
