import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";
import { rightToLeftBehaviors, spanishBehaviors } from "./behaviors/languages.ts";
import { spanishPages } from "./behaviors/spanish-pages.ts";

for (const browser of browserNames) {
  describeBehaviors(browser, rightToLeftBehaviors);
  describeBehaviors(browser, [...spanishBehaviors, ...spanishPages], { language: "es" });
}
// Firefox has no other language here than English.
describeBehaviors("chromium", [...spanishBehaviors, ...spanishPages], undefined, "es");
