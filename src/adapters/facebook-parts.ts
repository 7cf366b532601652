/** What several of Facebook's patterns share. */
export const textbox = '[role="textbox"][contenteditable]:not([contenteditable="false" i])';
export const plainTextarea = "textarea:not([readonly])";
export const anyEnter = [
  { key: "Enter" as const, ctrl: "any", meta: "any", shift: false, alt: "any" } as const,
];

export const attachments = {
  inputs: ['input[type="file"]'],
  previews: ['img[src^="blob:"]', 'img[src^="data:image/"]', 'video[src^="blob:"]'],
};

export const commentControls = [
  '[id="focused-state-composer-submit"] [role="button"]',
  '[id="focused-state-composer-submit"] button',
  'button[type="submit"]',
  'input[type="submit"]:not([name="view_photo"])',
];

export const postThread = {
  container: [
    '[role="article"][aria-labelledby]',
    '[role="dialog"]',
    '[data-pagelet^="FeedUnit_"]',
    '[role="article"]',
    '[role="main"]',
  ],
  author: ["@labelledby", "h2 a", "h3 a", "h4 a", "h2", "h3", 'a[role="link"] strong'],
  text: [
    '[data-ad-comet-preview="message"]',
    '[data-ad-preview="message"]',
    '[data-ad-rendering-role="story_message"]',
    'span[dir="auto"][lang]',
    'div[dir="auto"]',
    'span[dir="auto"]',
  ],
  except: ['[role="article"][aria-label]', "form", "h2", "h3", "h4"],
};
