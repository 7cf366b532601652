/** The card's part for pictures and films: tells what they carry, and takes the reference of the authorization. */
import { createMediaPart } from "./media-part.ts";

globalThis.replyGuardMedia = createMediaPart;
