import { recordSubmits } from "./shared/native-form.ts";
import { ready } from "./shared/sent.ts";

recordSubmits("#composerInput");
ready();
