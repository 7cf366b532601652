import type { Attachment } from "../../engine/model.ts";
import type { Composer } from "./composer.ts";
import { namedScope } from "./send-controls.ts";

const videoName = /\.(mp4|mov|m4v|webm|mkv|avi|3gp|mpe?g)$/i;
const nameLimit = 500;

/** Any file that is not a video counts as a picture: a scan or a document can show a person as well. */
function kindOf(file: File): Attachment["kind"] {
  return file.type.startsWith("video/") || (!file.type.startsWith("image/") && videoName.test(file.name))
    ? "video"
    : "image";
}

/**
 * The pictures and videos that go out with the draft: files in the inputs of its part of the page, and previews, of
 * which the name is not known (""). Sites clear the input once they have the file, so a preview counts on its own
 * where there are more of them than files.
 */
export function readAttachments({ pattern, adapter, scope, box, overrides }: Composer): Attachment[] {
  const { inputs, previews, implied } = pattern?.attachments ?? adapter.unknown.attachments;
  const places = [scope, ...overrides.flatMap((one) => namedScope(box, one) ?? [])];
  const inPlaces = (selectors: readonly string[]): Set<Element> =>
    new Set(places.flatMap((place) => [...place.querySelectorAll(selectors.join(", "))]));
  const files: Attachment[] = [];
  for (const input of inPlaces(inputs)) {
    if (!(input instanceof HTMLInputElement)) continue;
    for (const file of input.files ?? [])
      files.push({ kind: kindOf(file), name: file.name.slice(0, nameLimit) });
  }
  const seen: Attachment[] = [...inPlaces(previews)].map((preview) => ({
    kind: preview.tagName === "VIDEO" ? "video" : "image",
    name: "",
  }));
  // A picture pasted into an editor in a shadow root is out of reach of a selector from the scope.
  if (!scope.contains(box)) {
    for (const preview of box.querySelectorAll(previews.join(", "))) {
      seen.push({ kind: preview.tagName === "VIDEO" ? "video" : "image", name: "" });
    }
  }
  const all = [...files, ...seen.slice(files.length)].slice(0, 100);
  return all.length === 0 && implied ? [{ kind: implied, name: "" }] : all;
}
