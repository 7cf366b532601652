/** Drafts of the behaviors. Jane is invented. */

/** Blocked on every surface: names somebody, a visit and a treatment. */
export const flagged = "Thanks for coming in for your Botox, Jane!";
/** Only warned about, so that a person may post it anyway. */
export const doubtful = "Leave us 5 stars and get $20 off";
/** Nothing to say about it. */
export const harmless = "Thank you for the kind words!";
