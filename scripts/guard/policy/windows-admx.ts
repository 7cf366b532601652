/** Group Policy and Intune, for Chrome and Edge together. */
import { textOf } from "./emitted-json.ts";
import { admlText, admxText, readAdml } from "./admx.ts";
import { intuneNotes, intuneProfile, readIntune } from "./intune.ts";
import { fileText } from "../../../src/policy-file/json.ts";
import { takeBack } from "./target.ts";
import type { Target } from "./target.ts";

export const windowsAdmx: Target = {
  name: "windows-admx",
  title: "Chrome and Edge on Windows, by Group Policy or Intune",
  browsers: ["chrome", "edge"],
  emit(policy, lines, id) {
    const admx = admxText(lines, id);
    return {
      files: [
        {
          path: "replyguard.admx",
          content: admx,
          places: [
            "Domain: \\\\DOMAIN\\SYSVOL\\DOMAIN\\Policies\\PolicyDefinitions\\ (the central store)",
            "One machine: C:\\Windows\\PolicyDefinitions\\",
          ],
        },
        {
          path: "en-US/replyguard.adml",
          content: admlText(policy, lines),
          places: ["The folder en-US beside replyguard.admx"],
        },
        {
          path: "intune.txt",
          content: intuneNotes(policy, lines, admx),
          places: ["For reading: what to enter in Intune by hand, in place of the two files above"],
        },
        {
          path: "intune-profile.json",
          content: fileText(intuneProfile(policy, lines, admx)),
          places: ["The same for Microsoft Graph: POST /deviceManagement/deviceConfigurations"],
        },
      ],
      linesNote:
        "Each is an entry of its own in the templates, and is in force only where it is set to Enabled.",
      afterwards: [
        "Group Policy: Computer Configuration > Policies > Administrative Templates > ReplyGuard > Chrome (Edge). The templates set",
        "nothing by themselves: set to Enabled each setting that README.txt lists; its field already holds this policy's value.",
        'Open chrome://policy (edge://policy) on a machine and press "Reload policies": ReplyGuard has its own section there.',
        takeBack("set the entries to Not configured, or delete the Intune profile"),
        `This policy sets: ${Object.keys(policy).join(", ") || "nothing"}.`,
      ],
    };
  },
  parse(bytes, file) {
    const text = textOf(bytes);
    return text.trimStart().startsWith("<") ? readAdml(text, file) : readIntune(bytes, file);
  },
};
