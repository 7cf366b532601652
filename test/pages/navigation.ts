import { commentForm } from "./shared/comment-form.ts";
import { find, findAs, isBareEnter } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

const posts: Record<string, { author: string; text: string }> = {
  "/harboraesthetics/posts/1019": {
    author: "Marisol Whitcombe",
    text: "Good to know. What about the holidays?",
  },
  "/harboraesthetics/posts/1020": { author: "Devon Castellane", text: "Is there parking?" },
};

/** The page of one post, built anew at each navigation: the old composer is gone and no load event comes. */
function show(): void {
  const post = posts[location.pathname];
  if (!post) throw new Error(`no post at ${location.pathname}`);
  const article = document.createElement("div");
  article.setAttribute("role", "article");
  article.setAttribute("aria-posinset", "1");
  const comment = document.createElement("div");
  comment.setAttribute("role", "article");
  comment.setAttribute("aria-label", `Comment by ${post.author} 2 hours ago`);
  const author = document.createElement("a");
  author.href = `${location.pathname}?comment_id=77`;
  const name = document.createElement("span");
  name.dir = "auto";
  name.textContent = post.author;
  author.append(name);
  const said = document.createElement("span");
  said.dir = "auto";
  said.lang = "en";
  const text = document.createElement("div");
  text.dir = "auto";
  text.textContent = post.text;
  said.append(text);
  comment.append(author, said);
  const { form, box } = commentForm(document);
  article.append(comment, form);
  find("[role=main]").replaceChildren(article);
  mountLexical(box, { text: "rich", sendsOn: isBareEnter });
  ready();
}

for (const link of ["#first", "#second"]) {
  const anchor = findAs(link, HTMLAnchorElement);
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    history.pushState(null, "", anchor.href);
    show();
  });
}
addEventListener("popstate", show);
show();
