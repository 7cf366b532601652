import { findAs } from "./shared/dom.ts";

// The frame is another page of the site: it loads its own script and says itself when it is ready.
findAs("#frame", HTMLIFrameElement).src = "/harboraesthetics/posts/1010?in=frame";
