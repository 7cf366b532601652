import type { Heard, HeardNode, HeardState } from "./heard.ts";
import { commonRole, plainText } from "./heard.ts";

/** As the browser gives it, in its own words. */
interface Told {
  readonly role: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly value: string | null;
  readonly states: readonly string[];
}

const states: Readonly<Record<string, HeardState>> = {
  checked: "checked",
  collapsed: "collapsed",
  unavailable: "disabled",
  expanded: "expanded",
  invalid: "invalid",
  pressed: "pressed",
  required: "required",
  selected: "selected",
};

function toNode(told: Told): HeardNode {
  return {
    role: commonRole(told.role),
    name: plainText(told.name),
    description: plainText(told.description),
    value: plainText(told.value),
    states: told.states.flatMap((name) => states[name] ?? []).sort(),
  };
}

/**
 * Put once into the browser's own scope, where its accessibility service is: the tree of the tab in front, and the events that a screen
 * reader would get. `nsIAccessible` and its kin are in accessible/interfaces of the browser's sources.
 */
const service = `(globalThis.replyGuardHeard ??= (() => {
  const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const kinds = Ci.nsIAccessibleEvent;
  const attribute = (one, name) => {
    try { return one.attributes.getStringProperty(name); } catch { return ""; }
  };
  const page = () => service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild ?? null;
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const until = async (ask, ms) => {
    for (const end = Date.now() + ms; Date.now() < end; await wait(5)) {
      const found = ask();
      if (found) return found;
    }
    return undefined;
  };
  const drawn = () => until(() => {
    const found = page();
    return found && found.childCount > 0 ? found : undefined;
  }, 5000);
  const tell = (one) => {
    const state = {};
    const more = {};
    one.getState(state, more);
    return {
      role: one.computedARIARole || service.getStringRole(one.role),
      name: one.name,
      description: one.description,
      value: one.value,
      states: [...service.getStringStates(state.value, more.value)],
    };
  };
  const textOf = (one) => {
    if (one.childCount === 0) return one.name ?? "";
    let text = "";
    for (let child = one.firstChild; child; child = child.nextSibling) text += " " + textOf(child);
    return text;
  };
  const rootOf = (one) => {
    let root = null;
    for (let at = one; at && attribute(at, "container-live"); at = at.parent) root = at;
    return root;
  };
  let said = [];
  const hear = {
    observe(subject) {
      try {
        const event = subject.QueryInterface(kinds);
        if (event.eventType === kinds.EVENT_ALERT) {
          const text = textOf(event.accessible).trim();
          if (text !== "" && said.at(-1) !== text) said.push(text);
          return;
        }
        if (event.eventType !== kinds.EVENT_TEXT_INSERTED && event.eventType !== kinds.EVENT_SHOW) return;
        const live = attribute(event.accessible, "container-live");
        if (live !== "polite" && live !== "assertive") return;
        const root = rootOf(event.accessible);
        // What appears together with its region is not always read out.
        if (event.eventType === kinds.EVENT_SHOW && root === event.accessible) return;
        const text = textOf(root).trim();
        if (text !== "" && said.at(-1) !== text) said.push(text);
      } catch {
        // What is gone by now is not read out either.
      }
    },
  };
  Services.obs.addObserver(hear, "accessible-event");
  let last;
  return {
    async focus(isNext) {
      const found = await drawn();
      if (!found) return undefined;
      const another = await until(() => {
        const one = page()?.focusedChild;
        return one && !(isNext && one === last) ? one : undefined;
      }, 1000);
      last = another ?? page()?.focusedChild ?? page();
      return tell(last);
    },
    async tree() {
      const nodes = [];
      const walk = (one) => {
        nodes.push(tell(one));
        for (let child = one.firstChild; child; child = child.nextSibling) walk(child);
      };
      walk(await drawn());
      return nodes;
    },
    async listen() {
      await drawn();
      said = [];
      return true;
    },
    said: () => said,
  };
})())`;

/** `runInBrowser` runs an expression in the browser's own scope; the page has to be the tab in front. */
export function heardInFirefox(runInBrowser: <T>(expression: string) => Promise<T>): Heard {
  async function focus(isNext: boolean): Promise<HeardNode> {
    const told = await runInBrowser<Told | undefined>(`${service}.focus(${isNext})`);
    if (!told) throw new Error("the page in front has no accessibility tree");
    return toNode(told);
  }
  return {
    focus: () => focus(false),
    nextFocus: () => focus(true),
    async tree() {
      const told = await runInBrowser<readonly Told[]>(`${service}.tree()`);
      return told.map(toNode).filter(({ role }) => role !== "");
    },
    async listen() {
      await runInBrowser(`${service}.listen()`);
    },
    async said() {
      const texts = await runInBrowser<readonly string[]>(`${service}.said()`);
      return texts.map((text) => plainText(text));
    },
  };
}
