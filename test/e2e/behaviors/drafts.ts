/** Drafts of the behaviors. Jane is invented. */

/** Blocked on every surface: names somebody, a visit and a treatment. */
export const flagged = "Thanks for coming in for your Botox, Jane!";
/** Only warned about, so that a person may post it anyway. */
export const doubtful = "Our after-hours line is 310-555-0188";
/** Nothing to say about it. */
export const harmless = "Thank you for the kind words!";
