import { recordSubmits } from "./shared/native-form.ts";
import { ready } from "./shared/sent.ts";

/** Nobody has seen the page on which doctors answer: a form that the browser sends is our guess. */
recordSubmits("textarea");
ready();
