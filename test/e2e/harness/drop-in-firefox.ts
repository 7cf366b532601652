/** What is dropped, as a file has it. */
export interface DroppedFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** An expression for the page's own rights. */
const filled = (files: readonly DroppedFile[]): string => `(() => {
  const data = new DataTransfer();
  for (const { name, type, base64 } of ${JSON.stringify(files)}) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0));
    data.items.add(new File([bytes], name, { type }));
  }
  return data;
})()`;

/** Runs where the browser itself looks at the page of the tab, so that the page gets a trusted event. */
const inTab = (place: string, files: readonly DroppedFile[]): string => `(() => {
  let fault = "";
  try {
    let element;
    for (const selector of ${JSON.stringify(place)}.split(" >>> ")) {
      const scope = element ? (element.contentDocument ?? element.openOrClosedShadowRoot) : content.document;
      element = scope.querySelector(selector);
    }
    const view = element.ownerDocument.defaultView;
    // With the rights of the page: what the browser puts in with its own is hidden from the page.
    const sandbox = new Cu.Sandbox(view, { sandboxPrototype: view });
    const dataTransfer = Cu.evalInSandbox(${JSON.stringify(filled(files))}, sandbox);
    const how = { dataTransfer, bubbles: true, composed: true, cancelable: true };
    element.dispatchEvent(new view.DragEvent("drop", how));
  } catch (error) {
    fault = String(error);
  }
  sendAsyncMessage("ReplyGuard:Dropped", fault);
})()`;

/** For the browser's own scope: no protocol drags files there. The result is what went wrong, or "". */
export const dropInFirefox = (place: string, files: readonly DroppedFile[]): string => `(async () => {
  const { messageManager } = gBrowser.selectedBrowser;
  const dropped = new Promise((resolve) =>
    messageManager.addMessageListener("ReplyGuard:Dropped", function told({ data }) {
      messageManager.removeMessageListener("ReplyGuard:Dropped", told);
      resolve(data);
    }),
  );
  messageManager.loadFrameScript("data:," + encodeURIComponent(${JSON.stringify(inTab(place, files))}), false);
  return await dropped;
})()`;
