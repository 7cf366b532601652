/** What invented people wrote to the practice on look-alikes of the three sites: data, in scenes.json. */
import { z } from "../../contract/zod.ts";
import { surface } from "../../contract/draft.ts";
import written from "./scenes.json" with { type: "json" };

export const roomSites = ["facebook", "yelp", "instagram"] as const;
export type RoomSite = (typeof roomSites)[number];

const scene = z.strictObject({
  id: z.string(),
  site: z.enum(roomSites),
  surface,
  author: z.string(),
  text: z.string(),
  /** How long ago, in English: a number and a unit. */
  when: z.string().check(z.regex(/^\d+ (?:minute|hour|day|week)s?$/)),
  stars: z.optional(z.int()),
  /** The practice's own post, under which it was written. */
  post: z.optional(z.string()),
  language: z.enum(["en", "es"]),
});
export type Scene = z.infer<typeof scene>;

export const scenes: readonly Scene[] = z.array(scene).parse(written);

/** As on the sites: where Enter sends, the box is one that grows; a text area takes a new line. */
export const sendsWithEnter = (site: RoomSite): boolean => site !== "yelp";
