/** What is looked at in one look back, at most. Without the schemas: the script in the page has no use for them. */

/** So many of the practice's own replies, and so many UTF-16 units of them together. */
export const mostReplies = 500;
export const mostText = 2_000_000;
/** So many comments and posts, whoever wrote them, are looked at for whose they are. */
export const mostItems = 5000;
/** Replies in one question to the worker, and UTF-16 units of them together; one that is longer goes alone. */
export const batchReplies = 10;
export const batchText = 20_000;
/** Longest address, key of what is answered, and date as a site writes it, in UTF-16 units. */
export const addressLimit = 2000;
export const keyLimit = 3000;
export const dateLimit = 80;
