import { library, ownReplies } from "./behaviors/own-replies.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) describeBehaviors(browser, ownReplies, library);
