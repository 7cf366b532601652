export { facebook } from "./facebook.ts";
export { instagram } from "./instagram.ts";
export { yelp } from "./yelp.ts";
export { google } from "./google.ts";
export { healthgrades } from "./healthgrades.ts";
export { realself } from "./realself.ts";
export { tiktok } from "./tiktok.ts";
export { x } from "./x.ts";
