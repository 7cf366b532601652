/** Pictures kept beside the tests, and whether the pictures of now look like them. */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import type { Driver } from "../harness/driver.ts";
import type { Picture } from "./camera.ts";

const root = resolve(import.meta.dirname, "../../..");
export const folder = join(root, "test/baselines");
const drawingFile = join(folder, "drawing.json");
/** Where a picture that differs is put, beside its baseline and what differs. */
const results = join(root, "test-results/pictures");

/** Bytes of all baselines together. */
export const mostBytes = 4_000_000;
/** Of a picture. What is only smoothed otherwise, or lost to the palette, is not counted to begin with. */
const mostDiffering = 0.0015;

/** How a machine draws text: two with the same can be compared. */
export interface Drawing {
  /** SHA-256 of a specimen in each font and size of the pages. */
  readonly specimen: string;
  /** Of the browser that has drawn it; for whoever looks for what has changed. */
  readonly browser: string;
}

export async function drawingOf(driver: Driver): Promise<Drawing> {
  const page = await driver.openExtensionPage("popup.html");
  const drawing = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 900;
    canvas.height = 400;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("nothing can be drawn");
    const families = ["system-ui", "sans-serif", "serif", "ui-monospace, monospace"];
    let top = 0;
    for (const family of families)
      for (const style of ["12px", "14px", "600 14px", "italic 15px", "650 24px"]) {
        context.font = `${style} ${family}`;
        context.fillText("Sphinx of black quartz, ¿juzga mi año? “0123” ✕ ✓ → …", 4, (top += 19));
      }
    const bytes = new TextEncoder().encode(canvas.toDataURL());
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return {
      specimen: [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
      browser: /(?:Chrome|Firefox)\/\d+/.exec(navigator.userAgent)?.[0] ?? "",
    };
  });
  await page.close();
  return drawing;
}

export async function keptDrawing(): Promise<Drawing> {
  return JSON.parse(await readFile(drawingFile, "utf8"));
}

export async function keptNames(): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith(".png")).map((name) => name.replace(/\.png$/, ""));
}

export async function keptBytes(): Promise<number> {
  const sizes = await Promise.all(
    (await keptNames()).map(async (name) => (await readFile(join(folder, `${name}.png`))).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Puts these in the place of all that are there. */
export async function keepBaselines(pictures: readonly Picture[], drawing: Drawing): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, png } of pictures) {
    const small = await sharp(png).png({ palette: true, colors: 16, dither: 0, effort: 10 }).toBuffer();
    await writeFile(join(folder, `${name}.png`), small);
  }
  await writeFile(drawingFile, `${JSON.stringify(drawing, null, 2)}\n`);
}

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}

const pixelsOf = (png: Buffer): Promise<Pixels> =>
  sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

/** What of a picture is not as its baseline; undefined: nothing. */
export async function differenceOf({ name, png }: Picture): Promise<string | undefined> {
  const kept = await readFile(join(folder, `${name}.png`)).catch(() => undefined);
  if (!kept) return `${name} has no baseline`;
  const [now, before] = await Promise.all([pixelsOf(png), pixelsOf(kept)]);
  const { width, height } = now.info;
  const size = `${before.info.width} × ${before.info.height}`;
  await mkdir(results, { recursive: true });
  if (size !== `${width} × ${height}`) {
    await writeFile(join(results, `${name}.now.png`), png);
    return `${name} is ${width} × ${height}, and was ${size}`;
  }
  const marked = Buffer.alloc(width * height * 4);
  const differing = pixelmatch(now.data, before.data, marked, width, height, { threshold: 0.15 });
  if (differing <= width * height * mostDiffering) return undefined;
  await writeFile(join(results, `${name}.now.png`), png);
  await sharp(marked, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(join(results, `${name}.differs.png`));
  return `${name} differs in ${differing} of ${width * height} pixels: see test-results/pictures`;
}

/** Where text is drawn otherwise, this is left: the picture has the width it was asked for, and something is on it. */
export async function isDrawn({ png }: Picture): Promise<boolean> {
  const { entropy } = await sharp(png).stats();
  return entropy > 0.1;
}
