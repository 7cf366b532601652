import { patientChanges } from "./behaviors/patient-changes.ts";
import { patientImport } from "./behaviors/patient-import.ts";
import { describeBehaviors } from "./describe-behaviors.ts";
import { browserNames } from "./harness/launch.ts";

for (const browser of browserNames) describeBehaviors(browser, [...patientImport, ...patientChanges]);
