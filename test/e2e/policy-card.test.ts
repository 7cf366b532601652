import { spoken, spokenBehaviors, watching, watchingBehaviors } from "./behaviors/policy-card.ts";
import { seconded, secondedBehaviors } from "./behaviors/second-person.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) {
  describeBehaviors(browser, spokenBehaviors, spoken);
  describeBehaviors(browser, secondedBehaviors, seconded);
  describeBehaviors(browser, watchingBehaviors, watching());
}
