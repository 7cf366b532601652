/**
 * What the Google Admin console takes as the policy of one extension: every value inside `{"Value": …}`.
 * Source: chromium.org/administrators/configuring-policy-for-extensions (Chrome OS).
 */
import { Problem } from "../problem.ts";
import { parseObject } from "./emitted-json.ts";
import { linesFor } from "./hardening.ts";
import { fileText, isObject, own } from "../../../src/policy-file/json.ts";
import type { Json, JsonObject } from "../../../src/policy-file/json.ts";
import { takeBack } from "./target.ts";
import type { Target } from "./target.ts";

export const googleAdmin: Target = {
  name: "google-admin",
  title: "the Google Admin console",
  browsers: ["chrome"],
  noLines: "by-hand",
  emit: (policy, lines) => ({
    files: [
      {
        path: "replyguard-google-admin.json",
        content: fileText(
          Object.fromEntries(Object.entries(policy).map(([name, value]) => [name, { Value: value }])),
        ),
        places: [
          "admin.google.com: Devices > Chrome > Apps & extensions > Users & browsers: choose the organizational unit and",
          'ReplyGuard (add it by its id first), and put the text of the file under "Policy for extensions".',
        ],
      },
    ],
    linesNote: handWork(linesFor("chrome", lines)),
    afterwards: [
      'Open chrome://policy in a browser of that unit and press "Reload policies": ReplyGuard has its own section there.',
      takeBack("empty the field"),
    ],
  }),
  parse(bytes, file) {
    const entries = Object.entries(parseObject(bytes, file));
    const values = entries.map(([name, holder]): [string, Json] => {
      const value = isObject(holder) ? own(holder, "Value") : undefined;
      if (value === undefined)
        throw new Problem(`${file}: ${name} has no "Value"`, 'Each setting is written { "Value": … }.');
      return [name, value];
    });
    return Object.fromEntries(values);
  },
};

function handWork(policies: JsonObject): string {
  const names = Object.entries(policies).map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`);
  return [
    "The console keeps these apart from an extension's policy: look each up by its name among its settings and set it there",
    '(force-install: the extension\'s "Installation policy", Force install):',
    ...names,
  ].join("\n");
}
