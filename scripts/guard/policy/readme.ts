import type { Line } from "./hardening.ts";
import { linesFor } from "./hardening.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import { browserNames } from "./target.ts";
import type { Emitted, Target } from "./target.ts";

/** README.txt of a folder: where each file goes, and what each line of the browser's own policy does. */
export function readmeText(
  target: Target,
  emitted: Emitted,
  lines: readonly Line[],
  policy: JsonObject,
): string {
  const indented = (text: string): string =>
    text
      .split("\n")
      .map((line) => `  ${line}`)
      .join("\n");
  const files = emitted.files.map(({ path, places }) =>
    [path, ...places.map((place) => `  ${place}`)].join("\n"),
  );
  const explained = lines.map((line) => {
    const own = target.browsers.map((browser) => ({
      browser,
      policies: Object.entries(linesFor(browser, [line])),
    }));
    const set = own.map(({ browser, policies }) =>
      policies.length === 0
        ? `${browserNames[browser]}: there is no such policy, nothing is set`
        : `${browserNames[browser]}: ${policies.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join("; ")}`,
    );
    return [line.name, indented(line.words), ...set.map(indented)].join("\n");
  });
  return `ReplyGuard: the practice's policy for ${target.title}
Written by guard policy emit --target ${target.name}

WHERE THE FILES GO

${files.join("\n\n")}

WHAT THEY SET

${
  Object.entries(policy)
    .map(([name]) => `  ${name}`)
    .join("\n") || "  nothing: every setting has its default"
}

LINES OF THE BROWSER'S OWN POLICY

${explained.length === 0 ? "  none was asked for (--force-install, --hardening)" : explained.join("\n\n")}
${explained.length === 0 || emitted.linesNote === undefined ? "" : `\n${emitted.linesNote}\n`}
AFTERWARDS

${emitted.afterwards.map(indented).join("\n")}
`;
}
