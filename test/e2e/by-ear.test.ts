import { cardByEar, asksForBoth } from "./behaviors/card-by-ear.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) describeBehaviors(browser, cardByEar, asksForBoth);
