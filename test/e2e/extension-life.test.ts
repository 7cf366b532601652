import { extensionLife } from "./behaviors/extension-life.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) describeBehaviors(browser, extensionLife);
