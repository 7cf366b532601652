/**
 * Renders `icons/NAME.svg` to `icons/NAME-SIZE.png`. The same source gives the same bytes: no system font and no clock
 * is read. `npx tsx scripts/icons.ts` writes the files; test/house/icons.test.ts holds them current.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

export const iconFolder = fileURLToPath(new URL("../icons/", import.meta.url));
/** Pixels, square: toolbar, toolbar at double density, extension page, store. */
export const iconSizes = [16, 32, 48, 128] as const;

/** One file for each source and size: its name inside `icons/`, and the bytes of the PNG. */
export function renderIcons(): { name: string; png: Buffer }[] {
  const sources = readdirSync(iconFolder)
    .filter((name) => name.endsWith(".svg"))
    .toSorted();
  return sources.flatMap((source) => {
    const svg = readFileSync(join(iconFolder, source), "utf8");
    return iconSizes.map((size) => {
      const image = new Resvg(svg, {
        fitTo: { mode: "width", value: size },
        font: { loadSystemFonts: false },
      });
      return { name: source.replace(/\.svg$/, `-${size}.png`), png: image.render().asPng() };
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, png } of renderIcons()) writeFileSync(join(iconFolder, name), png);
}
