/**
 * Where each composer page is served: the address decides which adapter the extension uses, so it has the form of
 * the site's own addresses. `paths` are further addresses at which the same page answers.
 */
export interface Route {
  readonly url: string;
  readonly paths?: readonly string[];
}

export const routes = {
  "facebook-comment": { url: "https://www.facebook.com/harboraesthetics/posts/1001" },
  "facebook-button": { url: "https://www.facebook.com/photo/?fbid=1002&set=a.1" },
  "facebook-post": { url: "https://www.facebook.com/harboraesthetics" },
  "facebook-draft": { url: "https://www.facebook.com/harboraesthetics/posts/1003" },
  messenger: { url: "https://www.facebook.com/messages/t/1004" },
  "instagram-comment": { url: "https://www.instagram.com/p/Cx1005/" },
  "instagram-dm": { url: "https://www.instagram.com/direct/t/1006/" },
  "yelp-owner": { url: "https://biz.yelp.com/r2r/1007" },
  "yelp-review": { url: "https://www.yelp.com/writeareview/biz/1008" },
  "native-form": { url: "https://mbasic.facebook.com/story.php?story_fbid=1009&id=1" },
  "plain-contenteditable": { url: "https://www.facebook.com/harboraesthetics/posts/1010" },
  "frame-same-origin": { url: "https://www.facebook.com/harboraesthetics/posts/1011" },
  "frame-srcdoc": { url: "https://www.facebook.com/harboraesthetics/posts/1012" },
  "shadow-open": { url: "https://www.facebook.com/harboraesthetics/posts/1013" },
  "shadow-closed": { url: "https://www.facebook.com/harboraesthetics/posts/1014" },
  "replaced-node": { url: "https://www.instagram.com/p/Cx1015/" },
  "document-open": { url: "https://www.facebook.com/harboraesthetics/posts/1016" },
  "unknown-composer": { url: "https://www.facebook.com/harboraesthetics/notes/1017" },
  "lost-send-control": { url: "https://biz.yelp.com/r2r/1018" },
  navigation: {
    url: "https://www.facebook.com/harboraesthetics/posts/1019",
    paths: ["/harboraesthetics/posts/1020"],
  },
  "text-before-script": { url: "https://mbasic.facebook.com/story.php?story_fbid=1021&id=1" },
  "busy-feed": { url: "https://www.facebook.com/harboraesthetics/posts/1022" },
  "changed-overnight": { url: "https://biz.yelp.com/r2r/1023" },
  "further-site": { url: "https://staff.reviews.example/answer/1024" },
  "google-reply": { url: "https://www.google.com/local/business/1025/customers/reviews" },
  "google-search": { url: "https://www.google.com/search?q=harbor+aesthetics" },
  "google-queue": { url: "https://business.google.com/groups/1026/reviews" },
  "tiktok-comment": { url: "https://www.tiktok.com/@harboraesthetics/video/1027" },
  "x-reply": { url: "https://x.com/harboraesthetics/status/1028" },
  "x-thread": { url: "https://x.com/compose/post" },
  "realself-reply": { url: "https://www.realself.com/dashboard/reviews/1029" },
  "healthgrades-reply": { url: "https://update.healthgrades.com/reviews/1030" },
  "past-facebook": { url: "https://www.facebook.com/harboraesthetics/posts/1031" },
  "past-yelp": { url: "https://www.yelp.com/biz/harbor-aesthetics-1032" },
  "past-instagram": { url: "https://www.instagram.com/p/Cx1033/" },
  "past-many": { url: "https://www.facebook.com/harboraesthetics/posts/1034" },
} as const satisfies Record<string, Route>;

export type PageName = keyof typeof routes;
export const pageNames = Object.keys(routes).filter((name): name is PageName => name in routes);
