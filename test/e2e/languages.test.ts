import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";
import { rightToLeftBehaviors, spanishBehaviors } from "./behaviors/languages.ts";

for (const browser of browserNames) {
  describeBehaviors(browser, rightToLeftBehaviors);
  describeBehaviors(browser, spanishBehaviors, { language: "es" });
}
// Firefox has no other language here than English.
describeBehaviors("chromium", spanishBehaviors, undefined, "es");
