import { changeAndUndo } from "./behaviors/change-and-undo.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) describeBehaviors(browser, changeAndUndo);
