import type { DraftHandleValue } from "draft-js";
import { Editor, EditorState } from "draft-js";
import { Component } from "react";
// Draft.js was written for the synchronous updates of React 17, which the older entry point of React 18 keeps.
import { render } from "react-dom";
import { find, isBareEnter } from "./shared/dom.ts";
import { ready, record } from "./shared/sent.ts";

class CommentBox extends Component<object, { editor: EditorState }> {
  override state = { editor: EditorState.createEmpty() };

  onReturn = (event: React.KeyboardEvent): DraftHandleValue => {
    if (!isBareEnter(event.nativeEvent)) return "not-handled";
    const text = this.state.editor.getCurrentContent().getPlainText("\n");
    if (text.trim() === "") return "handled";
    record({ text, via: "enter" });
    this.setState({ editor: EditorState.moveFocusToEnd(EditorState.createEmpty()) });
    return "handled";
  };

  override render() {
    return (
      <Editor
        editorState={this.state.editor}
        onChange={(editor) => this.setState({ editor })}
        handleReturn={this.onReturn}
        role="textbox"
        ariaLabel="Write a comment…"
        spellCheck
      />
    );
  }
}

render(<CommentBox />, find("#root"));
ready();
