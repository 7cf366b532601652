import { find } from "./shared/dom.ts";
import { mountPlain } from "./shared/plain-box.ts";
import { ready } from "./shared/sent.ts";

mountPlain(find("#box"));
ready();
