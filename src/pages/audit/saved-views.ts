/** Filters under a name, kept in this browser. */
import { t } from "../../platform/i18n.ts";
import type { ImportedLogs } from "../../platform/imported-logs.ts";
import { z } from "../../contract/zod.ts";
import { button, h } from "../shared/h.ts";

const view = z.object({ name: z.string(), values: z.record(z.string(), z.string()) });
const nameLimit = 60;

export interface SavedViewsParts {
  readonly store: Pick<ImportedLogs, "views" | "putView" | "dropView">;
  readonly values: () => Record<string, string>;
  readonly use: (values: Readonly<Record<string, string>>) => void;
  readonly say: (words: string, kind: "good" | "bad") => void;
}

export function drawSavedViews({ store, values, use, say }: SavedViewsParts): HTMLElement {
  const list = h("ul", { class: "views-list" });
  const name = h("input", { type: "text", id: "view-name", maxlength: nameLimit, autocomplete: "off" });
  const form = h(
    "form",
    { class: "inline" },
    h("label", { for: name.id }, t("audit_save_this_filter_as")),
    name,
    h("button", { type: "submit", class: "button plain" }, t("audit_save_view")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save(name.value.trim());
  });

  async function save(called: string): Promise<void> {
    if (called === "") {
      say(t("audit_give_the_view_a_name"), "bad");
      name.focus();
      return;
    }
    // What somebody searched for may be a name, and nobody's name is kept.
    const { text: _, ...kept } = values();
    await store.putView(called, { name: called, values: kept });
    name.value = "";
    say(t("audit_saved_as", called), "good");
    await show();
  }

  async function drop(called: string): Promise<void> {
    await store.dropView(called);
    say(t("audit_the_view_is_gone", called), "good");
    await show();
    name.focus();
  }

  async function show(): Promise<void> {
    const views = (await store.views()).flatMap((one) => z.safeParse(view, one).data ?? []);
    list.hidden = views.length === 0;
    list.replaceChildren(
      ...views.map((one) => {
        const remove = button("×", "plain", () => void drop(one.name));
        remove.setAttribute("aria-label", t("audit_remove_the_view", one.name));
        return h(
          "li",
          {},
          button(one.name, "plain", () => use(one.values)),
          remove,
        );
      }),
    );
  }

  void show();
  return h(
    "details",
    { class: "more" },
    h("summary", {}, t("audit_saved_views")),
    h("div", { class: "inner" }, list, form, h("p", { class: "help" }, t("audit_search_is_not_kept"))),
  );
}
