import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import { registerRichText } from "@lexical/rich-text";
import {
  $createParagraphNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
} from "lexical";
import type { Sent } from "./sent.ts";
import { record } from "./sent.ts";

interface Options {
  readonly text: "rich" | "plain";
  /** Whether this Enter sends. Left out: Enter never sends, and makes a new line. */
  readonly sendsOn?: (event: KeyboardEvent) => boolean;
  /** Whether this Enter, which would send, is dropped: neither a send nor a new line. */
  readonly drops?: (event: KeyboardEvent) => boolean;
  readonly onChange?: (text: string) => void;
  /** Called after a send. */
  readonly onSent?: () => void;
  readonly files?: () => readonly string[];
}

export interface Box {
  /** Sends what is written, unless it is empty, and empties the box: what Enter and the button have in common. */
  send(via: Sent["via"]): void;
}

/** A Lexical editor in `root`, wired as the sites wire theirs. */
export function mountLexical(root: HTMLElement, options: Options): Box {
  const editor = createEditor({
    namespace: "composer",
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(root);
  if (options.text === "rich") registerRichText(editor);
  else registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);

  const read = (): string =>
    editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((line) => line.getTextContent())
        .join("\n"),
    );

  const send = (via: Sent["via"]): void => {
    const text = read();
    const files = options.files?.();
    if (text.trim() === "" && !files?.length) return;
    record(files ? { text, via, files } : { text, via });
    editor.update(() => {
      const line = $createParagraphNode();
      $getRoot().clear().append(line);
      line.select();
    });
    options.onSent?.();
  };

  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      if (!event || !options.sendsOn?.(event)) return false;
      event.preventDefault();
      if (!options.drops?.(event)) send("enter");
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
  editor.registerUpdateListener(() => options.onChange?.(read()));
  options.onChange?.(read());
  return { send };
}
