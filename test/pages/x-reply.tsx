import { find } from "./shared/dom.ts";
import { ready } from "./shared/sent.ts";
import { xComposer } from "./shared/x-composer.tsx";

xComposer({ place: find("#root"), boxes: 1, button: "tweetButtonInline" });
ready();
