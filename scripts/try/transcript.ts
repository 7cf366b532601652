import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CardSeen } from "../../test/e2e/harness/card.ts";

/** What really happened, in order, in Markdown. Only what a page or the card gave back is written down as theirs. */
export interface Transcript {
  readonly folder: string;
  heading(title: string): void;
  line(text: string): void;
  card(card: CardSeen): void;
  picture(file: string, what: string): void;
  /** Writes down that something was not as it should be; the run then fails. */
  fault(what: string): void;
  readonly faults: readonly string[];
  save(): Promise<void>;
}

/** Drafts are shown as they are, whatever Markdown would make of them. */
export function quoted(text: string): string {
  return `“${text.replaceAll("\n", " ⏎ ")}”`;
}

export function openTranscript(folder: string, title: string, about: readonly string[]): Transcript {
  const lines = [`# ${title}`, "", ...about, ""];
  const faults: string[] = [];
  let acts = 0;
  return {
    folder,
    faults,
    heading(text) {
      acts += 1;
      lines.push("", `## ${acts}. ${text}`, "");
      console.log(`\n${acts}. ${text}`);
    },
    line(text) {
      lines.push(`- ${text}`);
      console.log(`   ${text}`);
    },
    card(card) {
      const [first = "", ...rest] = card.text.split("\n").filter((line) => line.trim() !== "");
      const reason = rest[0] === "Show why" || rest[0] === undefined ? "" : ` ${rest[0]}`;
      this.line(`The card said: ${quoted(first + reason)}`);
      for (const finding of card.findings) lines.push(`  - found: ${finding.replaceAll(/\s+/g, " ")}`);
      for (const alternative of card.alternatives) lines.push(`  - offered: ${quoted(alternative)}`);
    },
    picture(file, what) {
      lines.push("", `![${what}](${file})`, "");
    },
    fault(what) {
      faults.push(what);
      lines.push(`- **Not as it should be:** ${what}`);
      console.error(`   NOT AS IT SHOULD BE: ${what}`);
    },
    async save() {
      const end =
        faults.length === 0
          ? "Everything went as it should."
          : `${faults.length} thing(s) did not go as they should:\n\n${faults.map((fault) => `- ${fault}`).join("\n")}`;
      await writeFile(join(folder, "transcript.md"), `${[...lines, "", "## The end", "", end].join("\n")}\n`);
    },
  };
}
