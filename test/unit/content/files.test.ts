import { describe, expect, it } from "vitest";
import { createFiles } from "../../../src/content/files.ts";

const photo = new File([], "after.jpg", { type: "image/jpeg" });
const clip = new File([], "tour.mp4", { type: "video/mp4" });
const sheet = new File([], "prices.pdf", { type: "application/pdf" });

describe("files", () => {
  it("remembers chosen pictures and videos, and nothing else", () => {
    const files = createFiles();
    files.add("box", [photo, clip, sheet]);
    expect(files.merge("box", [])).toEqual([
      { kind: "image", name: "after.jpg" },
      { kind: "video", name: "tour.mp4" },
    ]);
  });

  it("tells two files of one name apart, and the same one twice not", () => {
    const files = createFiles();
    const pasted = (text: string, lastModified: number) =>
      new File([text], "image.png", { type: "image/png", lastModified });
    files.add("box", [pasted("a", 1), pasted("a", 2)]);
    expect(files.merge("box", [])).toHaveLength(1);
    files.add("box", [pasted("bc", 3)]);
    expect(files.merge("box", [])).toHaveLength(2);
  });

  it("goes by the name of a file whose type the computer does not know", () => {
    const files = createFiles();
    files.add("box", [new File([], "IMG_4.HEIC"), new File([], "IMG_5.mov"), new File([], "notes.txt")]);
    expect(files.merge("box", [])).toEqual([
      { kind: "image", name: "IMG_4.HEIC" },
      { kind: "video", name: "IMG_5.mov" },
    ]);
  });

  it("keeps the files of one box out of another", () => {
    const files = createFiles();
    files.add("box", [photo]);
    expect(files.merge("other", [])).toEqual([]);
  });

  it("takes a preview without a name for the file it knows", () => {
    const files = createFiles();
    files.add("box", [photo]);
    expect(files.merge("box", [{ kind: "image", name: "" }])).toEqual([{ kind: "image", name: "after.jpg" }]);
  });

  it("counts a preview more than the files it knows", () => {
    const files = createFiles();
    files.add("box", [photo]);
    const shown = [
      { kind: "image", name: "" },
      { kind: "image", name: "" },
    ] as const;
    expect(files.merge("box", shown)).toHaveLength(2);
  });

  it("forgets a picture whose preview was taken out again", () => {
    const files = createFiles();
    files.add("box", [photo]);
    files.merge("box", [{ kind: "image", name: "" }]);
    expect(files.merge("box", [])).toEqual([]);
    expect(files.merge("box", [])).toEqual([]);
  });

  it("keeps a picture while its preview has not come yet", () => {
    const files = createFiles();
    files.add("box", [photo]);
    expect(files.merge("box", [])).toHaveLength(1);
    expect(files.merge("box", [])).toHaveLength(1);
  });

  it("forgets a picture when its draft was let go and the box is empty, not before", () => {
    const files = createFiles();
    files.add("box", [photo]);
    files.emptied("box");
    expect(files.merge("box", [])).toHaveLength(1);
    files.sent("box");
    files.emptied("box");
    expect(files.merge("box", [])).toEqual([]);
  });
});
