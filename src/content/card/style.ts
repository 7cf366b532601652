/** The card's own sheet. Its colors reach 4.5:1 in both schemes; state is also told in words and by the icon's shape. */
export const style = `
:host {
  all: initial;
  display: block !important;
  visibility: visible !important;
  opacity: 1 !important;
  transform: none !important;
  position: fixed !important;
  inset: 0 auto auto 0;
  width: 0;
  height: 0;
  z-index: 2147483647;
  color-scheme: light dark;
  --ink: #1b2330;
  --soft: #505c6e;
  --paper: #ffffff;
  --line: #ccd3de;
  --fill: #f2f5f9;
  --accent: #0b6b57;
  --accent-ink: #ffffff;
  --stop: #b3142a;
  --warn: #8a5000;
}
@media (prefers-color-scheme: dark) {
  :host {
    --ink: #eef1f6;
    --soft: #b3bdcc;
    --paper: #1d232c;
    --line: #3c4757;
    --fill: #272f3a;
    --accent: #5fd3b8;
    --accent-ink: #06231c;
    --stop: #ff8f9d;
    --warn: #ffc267;
  }
}
[hidden] { display: none !important; }
.status {
  position: fixed;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.card {
  position: fixed;
  box-sizing: border-box;
  overflow: auto;
  overscroll-behavior: contain;
  padding: 14px 16px;
  border: 1px solid var(--line);
  border-inline-start: 4px solid var(--soft);
  border-radius: 10px;
  background: var(--paper);
  color: var(--ink);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  text-align: start;
  box-shadow: 0 6px 24px rgb(10 20 40 / 22%);
}
.card[data-state="block"] { border-inline-start-color: var(--stop); }
.card[data-state="warn"] { border-inline-start-color: var(--warn); }
.card[data-state="clear"] { border-inline-start-color: var(--accent); }
.card[data-mode="note"] { display: flex; align-items: start; gap: 8px; padding: 8px 12px; border-radius: 8px; }
[data-mode="note"] .head { display: contents; }
[data-mode="note"] .close { order: 1; }
.card[data-mode="note"]:has(.detail:not(:empty)) {
  flex-wrap: wrap;
  .words { flex-basis: 60%; }
  .tools { order: 2; flex-basis: 100%; margin: -4px 0 0 20px; }
}
.head { display: flex; align-items: flex-start; gap: 8px; }
.icon { flex: none; width: 20px; height: 20px; margin-top: 1px; color: var(--soft); }
[data-state="block"] .icon { color: var(--stop); }
[data-state="warn"] .icon { color: var(--warn); }
[data-state="clear"] .icon { color: var(--accent); }
.words { flex: 1; min-width: 0; }
p { margin: 0; overflow-wrap: anywhere; }
.title { font-weight: 650; }
.detail { color: var(--ink); }
h2 { margin: 12px 0 4px; font-size: 12px; font-weight: 650; color: var(--soft); }
ul { margin: 8px 0 0; padding: 0; list-style: none; }
li { padding: 4px 0; overflow-wrap: anywhere; }
.category { font-weight: 600; }
q { background: var(--fill); border-radius: 4px; padding: 0 4px; quotes: "\\201C" "\\201D"; }
.source { color: var(--soft); font-size: 12px; }
.alternative { padding: 10px 12px; margin-top: 6px; border: 1px solid var(--line); border-radius: 8px; background: var(--fill); }
.alternative p { white-space: pre-wrap; }
.alternative + .alternative, .library { margin-top: 10px; }
.alternative textarea { display: block; resize: vertical; }
.found:not([data-why="true"]) .why { display: none; }
.row { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px; }
.alternative .row { gap: 4px; margin-top: 8px; }
[data-mode="card"] .tools { margin: 2px 0 0 -8px; }
.together { white-space: nowrap; }
button {
  white-space: nowrap;
  font: inherit;
  font-weight: 600;
  min-height: 32px;
  padding: 4px 12px;
  border: 1px solid var(--line);
  border-radius: 7px;
  background: var(--paper);
  color: var(--ink);
  cursor: pointer;
}
button.primary { border-color: transparent; background: var(--accent); color: var(--accent-ink); }
button.plain { flex: none; min-height: 28px; padding: 2px 8px; border-color: transparent; background: none; color: var(--soft); }
button:hover { filter: brightness(0.95); }
button:disabled { opacity: 0.55; cursor: default; }
button:focus-visible, textarea:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label { display: block; }
.anyway { margin-top: 12px; padding-top: 10px; border-top: 1px solid var(--line); }
.media { display: flex; flex-direction: column; justify-content: flex-end; min-height: 252px; }
.anyway input, .anyway select, .library input, textarea {
  box-sizing: border-box;
  width: 100%;
  min-height: 32px;
  margin: 2px 0 8px;
  padding: 4px 8px;
  border: 1px solid var(--soft);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  font: inherit;
}
.attest { display: flex; gap: 8px; }
.anyway .attest input { flex: none; width: 20px; min-height: 20px; margin: 0; }
.anyway [aria-invalid] { border-color: var(--stop); }
.help { margin: 0 0 4px; font-size: 12px; color: var(--soft); }
.problem { margin-bottom: 8px; font-weight: 600; }
.closed { margin-top: 12px; }
.contact { margin-top: 4px; color: var(--soft); }
.hint { margin-top: 10px; font-size: 12px; color: var(--soft); }
.foot { display: flex; position: sticky; bottom: 0; height: 0; align-items: end; justify-content: center; pointer-events: none; }
.remark { padding: 6px 12px; border-radius: 8px; background: var(--ink); color: var(--paper); font-weight: 650; }
.mirror {
  position: fixed;
  overflow: hidden;
  pointer-events: none;
  color: transparent;
  background: none;
  border-color: transparent;
  border-style: solid;
  box-sizing: border-box;
}
.mirror mark { color: transparent; background: rgb(192 24 43 / 10%); text-decoration: underline wavy 2px #c0182b; }
.mirror mark[data-level="warn"] { background: rgb(240 170 0 / 12%); text-decoration: underline double 2px #9a5b00; }
@media (forced-colors: active) {
  .card { border: 2px solid CanvasText; }
  .mirror mark { text-decoration-color: Mark; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { transition: opacity 120ms; }
}
`;
