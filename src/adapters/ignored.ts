/** Editable things that are no composers on any site. Labels in English only: elsewhere structure must do. */
export const ignored = [
  // Instagram keeps such a hidden copy of the draft to measure its height; nobody can write in one.
  'textarea[aria-hidden="true"]',
  '[role="searchbox"]',
  '[role="search"] *',
  '[aria-label^="search" i]',
  '[placeholder^="search" i]',
  '[aria-label^="filter" i]',
  '[placeholder^="filter" i]',
  '[name="g-recaptcha-response"]',
  'form:has(input[type="password"]) *',
];
