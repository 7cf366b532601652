/** What a person sees of the guard, read as the design promises it to tests. */
export interface CardSeen {
  /** Elements named `reply-guard`. */
  readonly hosts: number;
  /** `none` while there is no card in the document. */
  readonly state: string;
  /** False: nothing of it can be seen. */
  readonly visible: boolean;
  readonly text: string;
  /** What a screen reader was last told. */
  readonly said: string;
  readonly findings: readonly string[];
  readonly quotes: readonly string[];
  readonly alternatives: readonly string[];
  readonly buttons: readonly string[];
}

/** Runs in the page. `inside` is "" or the way into a frame, as far as its last ` >>> `. */
export function readCard(inside: string): CardSeen {
  const frame = inside === "" ? null : document.querySelector<HTMLIFrameElement>(inside.replace(" >>> ", ""));
  const home = inside === "" ? document : frame?.contentDocument;
  const hosts = home?.querySelectorAll("reply-guard") ?? [];
  const root = hosts[0]?.shadowRoot;
  const region = root?.querySelector<HTMLElement>("[data-state]");
  const visible = region?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false;
  const seen = (selector: string): HTMLElement[] =>
    [...(region?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((item) => item.checkVisibility());
  const buttons = seen("button");
  return {
    hosts: hosts.length,
    state: region?.dataset["state"] ?? "none",
    visible,
    said: root?.querySelector("[role=status]")?.textContent ?? "",
    text: visible ? (region?.innerText ?? "") : "",
    findings: seen("li").map((item) => item.innerText),
    quotes: seen("li q").map((item) => item.textContent ?? ""),
    alternatives: buttons
      .filter((button) => button.dataset["action"] === "use")
      .map(
        (button) => root?.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent ?? "",
      ),
    buttons: buttons.map((button) => button.textContent ?? ""),
  };
}
