import { embeddedLimit, embeddedMost } from "../../contract/limits.ts";
import type { Attachment, Category } from "../../engine/model.ts";
import { snake } from "../../platform/words.ts";
import { createAttest } from "./attest.ts";
import { element } from "../card/element.ts";
import { createKnownFiles, summaryOf, wordsOfName } from "./known-files.ts";
import type { Known, Summary } from "./known-files.ts";
import type { MediaHost, MediaPart } from "./part.ts";
import { readBlob } from "./read-blob.ts";
import { readMedia } from "./read-media.ts";

/** What the check finds in names of files and in texts inside of them; `null`: it could not be asked. */
interface Said {
  readonly names: readonly Category[];
  readonly inside: readonly Category[];
}

/** So many milliseconds after a hold its reason has been heard. */
const longWait = 2000;

/** Kept free from the start, so that what is learned of the files moves nothing: four lines. */
const room = "5.8em";

export function createMediaPart(host: MediaHost): MediaPart {
  const { slot, t, plural } = host;
  const carries = element("p", { class: "carries" });
  carries.style.minHeight = room;
  carries.style.marginBottom = "8px";
  const attest = createAttest(host);
  slot.prepend(carries, ...attest.parts);

  const files = createKnownFiles(
    (file) => readMedia(file, readBlob, () => performance.now()),
    () => refresh(),
  );
  const checked = new Map<string, Said | null>();
  let readingSince = Infinity;

  const attached = (): readonly Attachment[] => host.draft()?.attachments ?? [];
  const knownNow = (): Known[] => attached().map((one) => files.of(one));

  function check(names: readonly string[], inside: readonly string[]): Said | null | undefined {
    const texts = [...names, ...inside].map((text) => text.slice(0, embeddedLimit)).slice(0, embeddedMost);
    if (texts.length === 0) return { names: [], inside: [] };
    const key = JSON.stringify(texts);
    if (!checked.has(key)) void ask(key, texts, names.length);
    return checked.get(key);
  }

  async function ask(key: string, texts: string[], names: number): Promise<void> {
    checked.clear();
    const answer = await host.ask("media.check", { texts });
    const all = (found: readonly (readonly Category[])[]): Category[] => [...new Set(found.flat())];
    checked.set(
      key,
      answer.ok
        ? { names: all(answer.value.found.slice(0, names)), inside: all(answer.value.found.slice(names)) }
        : null,
    );
    refresh();
  }

  const list = (words: readonly string[]): string =>
    new Intl.ListFormat(t("words_language"), { type: "conjunction" }).format(words);
  const categories = (found: readonly Category[]): string =>
    found.map((one) => t(`words_category_${snake(one)}`)).join(" · ");

  function kindsWords({ kinds }: Summary): string {
    const both = kinds.includes("place") && kinds.includes("time");
    const words = kinds.filter((kind) => !both || kind !== "time");
    return list(
      words.map((kind) => (both && kind === "place" ? t("photos_place_and_time") : t(`photos_kind_${kind}`))),
    );
  }

  function carriesWords(summary: Summary, all: readonly Attachment[]): string[] {
    if (summary.reading > 0) return [t("photos_reading")];
    const [only] = all.length === 1 ? all : [];
    return [
      ...(summary.carrying > 0
        ? [
            only
              ? t(
                  only.kind === "video" ? "photos_video_carries" : "photos_photo_carries",
                  kindsWords(summary),
                )
              : plural("photos_some_carry", summary.carrying, all.length, kindsWords(summary)),
          ]
        : []),
      ...(summary.unread > 0 ? [plural("photos_unread", summary.unread)] : []),
      ...(summary.unseen > 0 ? [plural("photos_unseen", summary.unseen)] : []),
      ...(summary.carrying + summary.unread + summary.unseen === 0 ? [t("photos_nothing")] : []),
    ];
  }

  function saidWords(said: Said | null | undefined): string[] {
    if (said === undefined) return [];
    if (said === null) return [t("photos_names_unchecked")];
    return [
      ...(said.names.length > 0 ? [t("photos_name_says", categories(said.names))] : []),
      ...(said.inside.length > 0 ? [t("photos_inside_says", categories(said.inside))] : []),
    ];
  }

  function refresh(): void {
    const all = attached();
    if (all.length === 0) return;
    const summary = summaryOf(knownNow());
    const names = all.map(({ name }) => wordsOfName(name)).filter((name) => name !== "");
    const said = check(names, summary.texts);
    if (slot.hidden) return;
    const words = [...carriesWords(summary, all), ...saidWords(said)].join(" ");
    if (carries.textContent === words) return;
    carries.textContent = words;
    // Whoever waits for it hears what came of it; at once it would be heard in place of why the draft was held.
    const now = performance.now();
    if (summary.reading > 0) readingSince = Math.min(readingSince, now);
    else {
      if (now - readingSince > longWait) host.say(words);
      readingSince = Infinity;
    }
    host.resized();
  }

  return {
    draw(chosen) {
      if (chosen.length > 0) files.add(chosen);
      attest.draw();
      refresh();
    },
    press: (event) =>
      attest.press(event, () => {
        const { kinds, reading, unseen, unread } = summaryOf(knownNow());
        return reading + unseen + unread > 0 ? [...kinds, "unknown"] : kinds;
      }),
  };
}
