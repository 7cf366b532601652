import { pageLife } from "./behaviors/page-life.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) describeBehaviors(browser, pageLife);
