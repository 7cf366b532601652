/** Takes pictures of pages so that the same state gives the same picture each time, on machines that draw text alike. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cutOff } from "../behaviors/every-page.ts";
import type { PageHandle } from "../harness/driver.ts";
import { poll, waitFor } from "../harness/wait.ts";

export interface Picture {
  readonly name: string;
  /** PNG, as the browser made it. */
  readonly png: Buffer;
  /** What of it cannot be read whole; of a site's page nothing is asked. */
  readonly cut: readonly string[];
}

export interface Take {
  readonly scheme?: "light" | "dark";
  /** CSS pixels. */
  readonly width?: number;
  /** Left out: as high as the page is, up to `highest`. */
  readonly height?: number;
}

export interface Camera {
  readonly pictures: Picture[];
  /** States that did not come about. */
  readonly faults: string[];
  /** Takes the pictures of one state; the others are taken also where it does not come about. */
  attempt(state: string, takeThem: () => Promise<void>): Promise<void>;
  /** The page as it stands now, once nothing on it moves. */
  take(page: PageHandle, name: string, take?: Take): Promise<void>;
}

const highest = 1800;

/** Runs in the page: what differs from day to day, and from seat to seat, as it was on the day of the baselines. */
function stopTime(): void {
  const months =
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
  const meses =
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|feb|mar|abr|may|jun|jul|ago|sept|sep|oct|nov|dic";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const still = (text: string): string =>
    text
      .replaceAll(new RegExp(`\\b(?:${months}) \\d{1,2}, 20\\d\\d`, "g"), "Nov 26, 2026")
      .replaceAll(new RegExp(`\\b\\d{1,2} (de )?(?:${meses})( de)? 20\\d\\d`, "g"), "26 $1nov$2 2026")
      .replaceAll(/\b\d{1,2}:\d\d(?::\d\d)?/g, "9:41")
      .replaceAll(/\([0-9a-f]{4}\)/g, "(5ea7)")
      .replaceAll(/[\d.,]+ MB/g, "60,000 MB")
      .replaceAll(/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,}\b/g, (id) =>
        "5ea70000".repeat(8).slice(0, id.length),
      );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    const stilled = still(text);
    if (stilled !== text) node.textContent = stilled;
  }
}

/** `isOwn`: pages of the extension, whose days stand still, and which have to be readable whole. */
export function camera(isOwn: boolean): Camera {
  const pictures: Picture[] = [];
  const faults: string[] = [];
  return {
    pictures,
    faults,
    async attempt(state, takeThem) {
      try {
        await takeThem();
      } catch (error) {
        faults.push(`${state}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    async take(page, name, { scheme = "light", width = 1040, height } = {}) {
      await page.prefer(scheme);
      await page.resize(width, height ?? 800);
      await waitFor(page, `${width} pixels`, (width) => innerWidth === width, width);
      if (isOwn) await page.evaluate(stopTime);
      if (height === undefined) {
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.resize(width, Math.min(whole, highest));
        await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      }
      await page.evaluate(async () => {
        await document.fonts.ready;
        await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        for (let frames = 0; frames < 3; frames += 1)
          await new Promise((resolve) => requestAnimationFrame(resolve));
      });
      const cut = isOwn ? await page.evaluate(cutOff) : [];
      pictures.push({ name, png: await still(page), cut });
      await page.prefer("light");
      await page.resize(1200, 800);
    },
  };
}

/** Once two in a row are the same: a card finds its place in the frames after its page has changed. */
async function still(page: PageHandle): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "picture-"));
  try {
    const file = join(folder, "page.png");
    let last = Buffer.alloc(0);
    const same = await poll(
      async () => {
        await page.screenshot(file);
        const now = await readFile(file);
        if (now.equals(last)) return now;
        last = now;
        return undefined;
      },
      15_000,
      100,
    );
    if (!same) throw new Error("the page does not stand still");
    return same;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
