import { find } from "./shared/dom.ts";
import { ready } from "./shared/sent.ts";

/** Far more than anybody answers in a day, the first of them of a length that no site takes. */
const count = 10_000;
const list = find("#comments");

for (let at = 0; at < count; at += 1) {
  const item = document.createElement("li");
  const comment = document.createElement("div");
  comment.setAttribute("role", "article");
  comment.setAttribute("aria-label", "Comment by Harbor Aesthetics 1 hour ago");
  const author = document.createElement("a");
  author.href = `/harboraesthetics?comment_id=${at}`;
  author.textContent = "Harbor Aesthetics";
  const text = document.createElement("span");
  text.dir = "auto";
  text.lang = "en";
  text.textContent = at === 0 ? "Thank you! ".repeat(20_000) : `Thank you for answer ${at}!`;
  const link = document.createElement("a");
  link.href = `/harboraesthetics/posts/1034?comment_id=${at}`;
  link.textContent = "1h";
  comment.append(author, text, link);
  item.append(comment);
  list.append(item);
}
ready();
