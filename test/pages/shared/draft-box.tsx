import type { DraftHandleValue } from "draft-js";
import { Editor, EditorState, getDefaultKeyBinding } from "draft-js";
import { Component } from "react";

interface Props {
  readonly label: string;
  readonly testId?: string;
  /** A key press by which the site sends. */
  readonly sendsOn: (event: KeyboardEvent) => boolean;
  readonly onSend: () => void;
  readonly onText: (text: string) => void;
}

/** Draft.js as sites use it: a key that sends is a command of its own, and the editor is emptied when its draft has gone. */
export class DraftBox extends Component<Props, { editor: EditorState }> {
  override state = { editor: EditorState.createEmpty() };

  empty(): void {
    this.setState({ editor: EditorState.moveFocusToEnd(EditorState.createEmpty()) });
  }

  onChange = (editor: EditorState): void => {
    this.setState({ editor });
    this.props.onText(editor.getCurrentContent().getPlainText("\n"));
  };

  onCommand = (command: string): DraftHandleValue => {
    if (command !== "send") return "not-handled";
    this.props.onSend();
    return "handled";
  };

  override render() {
    return (
      <Editor
        editorState={this.state.editor}
        onChange={this.onChange}
        keyBindingFn={(event) =>
          this.props.sendsOn(event.nativeEvent) ? "send" : getDefaultKeyBinding(event)
        }
        handleKeyCommand={this.onCommand}
        role="textbox"
        ariaLabel={this.props.label}
        webDriverTestID={this.props.testId}
        spellCheck
      />
    );
  }
}
