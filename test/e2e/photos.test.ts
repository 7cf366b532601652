import { droppedPhotos } from "./behaviors/dropped-photos.ts";
import { photos, spanishPhotos } from "./behaviors/photos.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) {
  describeBehaviors(browser, [...photos, ...droppedPhotos]);
  describeBehaviors(browser, spanishPhotos, { language: "es" });
}
