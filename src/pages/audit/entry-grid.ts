/**
 * A table of any number of rows: only those in sight are in the page. The browser scrolls it; beyond the height that browsers
 * can scroll, a pixel stands for more than a pixel.
 */
import { h } from "../shared/h.ts";
import type { RowShown } from "./jobs.ts";

/** Firefox draws nothing beyond 17 million pixels. */
const mostPixels = 8_000_000;
/** Rows that are asked for together, and how many of those groups are kept. */
const together = 100;
const mostKept = 60;
/** Rows drawn above and below those in sight. */
const margin = 6;

export interface GridParts {
  readonly columns: readonly string[];
  readonly label: string;
  /** Undefined: they could not be read, and somebody has been told. */
  readonly read: (from: number, count: number) => Promise<readonly RowShown[] | undefined>;
  /** A cell for each column. */
  readonly cells: (row: RowShown) => readonly (HTMLElement | string)[];
  readonly open: (row: RowShown) => void;
}

export interface EntryGrid {
  readonly element: HTMLElement;
  /** Other rows: so many, from the top. `keep`: stay where the person is. */
  show(total: number, keep: boolean): void;
}

export function createGrid({ columns, label, read, cells, open }: GridParts): EntryGrid {
  const body = h("div", { role: "rowgroup", class: "rows" });
  const head = h(
    "div",
    { role: "row", class: "row head", "aria-rowindex": 1 },
    ...columns.map((name, at) => h("span", { role: "columnheader", "aria-colindex": at + 1 }, name)),
  );
  const element = h(
    "div",
    {
      role: "grid",
      class: "grid",
      tabindex: 0,
      "aria-label": label,
      "aria-colcount": columns.length,
      "aria-readonly": "true",
    },
    h("div", { role: "rowgroup", class: "heads" }, head),
    body,
  );
  let total = 0;
  let active = 0;
  let chosen: number | undefined;
  let generation = 0;
  /** Groups by number; undefined while they are on their way. The oldest first. */
  let groups = new Map<number, readonly RowShown[] | undefined>();
  let planned = false;
  /** Rows in the page by their place: what stays in sight is not made anew. */
  let drawn = new Map<number, { readonly of: RowShown | undefined; readonly element: HTMLElement }>();

  const rowHeight = (): number => (matchMedia("(max-width: 760px)").matches ? 68 : 40);
  const inSight = (): number =>
    Math.max(1, Math.floor((element.clientHeight - head.offsetHeight) / rowHeight()));
  const whole = (): number => total * rowHeight();
  const drawnHeight = (): number => Math.min(whole(), mostPixels);

  /** The first row in sight, with a fraction. */
  function position(): number {
    const room = drawnHeight() - (element.clientHeight - head.offsetHeight);
    if (whole() <= mostPixels || room <= 0) return element.scrollTop / rowHeight();
    return (element.scrollTop / room) * Math.max(0, total - inSight());
  }

  function scrollTo(row: number): void {
    const room = drawnHeight() - (element.clientHeight - head.offsetHeight);
    element.scrollTop =
      whole() <= mostPixels ? row * rowHeight() : (row / Math.max(1, total - inSight())) * room;
  }

  function rowAt(index: number): RowShown | undefined {
    const number = Math.floor(index / together);
    if (!groups.has(number)) void fetchGroup(number);
    return groups.get(number)?.[index % together];
  }

  async function fetchGroup(number: number): Promise<void> {
    const of = generation;
    groups.set(number, undefined);
    const rows = await read(number * together, together);
    if (of !== generation) return;
    groups.delete(number);
    if (!rows) return;
    groups.set(number, rows);
    for (const old of groups.keys()) {
      if (groups.size <= mostKept) break;
      groups.delete(old);
    }
    plan();
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      draw();
    });
  }

  function draw(): void {
    const height = rowHeight();
    const top = position();
    const first = Math.max(0, Math.floor(top) - margin);
    const last = Math.min(total, Math.ceil(top) + inSight() + margin);
    body.style.height = `${drawnHeight()}px`;
    const base = element.scrollTop - (top - first) * height;
    const next: typeof drawn = new Map();
    for (let index = first; index < last; index++) {
      const of = rowAt(index);
      const before = drawn.get(index);
      const element = before && before.of === of ? before.element : makeRow(index, of);
      element.style.top = `${base + (index - first) * height}px`;
      element.classList.toggle("active", index === active);
      element.setAttribute("aria-selected", of !== undefined && of.row === chosen ? "true" : "false");
      next.set(index, { of, element });
    }
    for (const [index, { element }] of drawn) if (next.get(index)?.element !== element) element.remove();
    // In their order, which is that in which they are read out; those that are there stay where they are.
    let place = body.firstChild;
    for (const { element } of next.values())
      if (element === place) place = place.nextSibling;
      else body.insertBefore(element, place);
    drawn = next;
    const isDrawn = active >= first && active < last;
    if (isDrawn) element.setAttribute("aria-activedescendant", `row-${active}`);
    else element.removeAttribute("aria-activedescendant");
  }

  function makeRow(index: number, row: RowShown | undefined): HTMLElement {
    const shown = row ? cells(row) : columns.map((_, at) => (at === 0 ? "…" : ""));
    const element = h(
      "div",
      { role: "row", id: `row-${index}`, class: "row", "aria-rowindex": index + 2 },
      ...shown.map((cell, at) => h("span", { role: "gridcell", "aria-colindex": at + 1 }, cell)),
    );
    element.addEventListener("click", () => {
      active = index;
      choose();
    });
    return element;
  }

  function choose(): void {
    const row = rowAt(active);
    if (row) {
      chosen = row.row;
      open(row);
    }
    plan();
  }

  function move(to: number): void {
    active = Math.min(Math.max(0, to), Math.max(0, total - 1));
    const top = Math.ceil(position());
    if (active < top) scrollTo(active);
    else if (active >= top + inSight()) scrollTo(active - inSight() + 1);
    plan();
  }

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + inSight()),
    PageUp: () => move(active - inSight()),
    Home: () => move(0),
    End: () => move(total - 1),
    Enter: choose,
    " ": choose,
  };
  element.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
  element.addEventListener("scroll", plan, { passive: true });
  new ResizeObserver(plan).observe(element);

  return {
    element,
    show(count, keep) {
      generation++;
      groups = new Map();
      drawn = new Map();
      body.replaceChildren();
      total = count;
      element.setAttribute("aria-rowcount", String(count + 1));
      if (!keep) {
        active = 0;
        element.scrollTop = 0;
      }
      active = Math.min(active, Math.max(0, total - 1));
      element.hidden = count === 0;
      draw();
    },
  };
}
