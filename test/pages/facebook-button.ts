import { find, findAs, isBareEnter, onPress } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

const button = find('[aria-label="Comment"]');
const photo = findAs("#photo", HTMLInputElement);
const previews = find("#previews");
let files: File[] = [];
let written = "";

/** The site keeps the button disabled while there is nothing to send. */
function refresh(): void {
  const empty = written.trim() === "" && files.length === 0;
  button.setAttribute("aria-disabled", String(empty));
  button.tabIndex = empty ? -1 : 0;
}

function showPreviews(): void {
  previews.replaceChildren(
    ...files.map((file) => {
      const image = document.createElement("img");
      image.src = URL.createObjectURL(file);
      image.alt = file.name;
      image.width = 48;
      image.height = 48;
      return image;
    }),
  );
  refresh();
}

/** The chosen files are kept apart from the input, which is emptied at once so that the next choice adds to them. */
function attach(list: FileList | undefined): void {
  if (!list?.length) return;
  files = [...files, ...list];
  showPreviews();
}

photo.addEventListener("change", () => {
  attach(photo.files ?? undefined);
  photo.value = "";
});

const box = find("#box");
box.addEventListener("paste", (event) => attach(event.clipboardData?.files));

const composer = mountLexical(box, {
  text: "rich",
  sendsOn: isBareEnter,
  files: () => files.map((file) => file.name),
  onChange(text) {
    written = text;
    refresh();
  },
  onSent() {
    files = [];
    showPreviews();
  },
});
onPress(button, () => composer.send("button"));
ready();
