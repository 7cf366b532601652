/** The registrable domains that are watched: the manifest's matches and every host check come from here. */
export const hosts = ["facebook.com", "instagram.com", "yelp.com"] as const;
