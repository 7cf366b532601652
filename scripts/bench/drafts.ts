/** What is typed: drafts that pass, and drafts that are stopped for several reasons. Everybody in them is invented. */
export const safeDrafts = [
  "Thank you so much for the kind words! It made our morning to read this.",
  "We read every comment, and it means a lot to the whole team. Have a lovely week!",
] as const;

export const stoppedDrafts = [
  "Thanks for coming in for your Botox, Jane! It was lovely to see you again on Tuesday.",
  "So happy that the swelling went down after your lip filler. Your balance is due in May.",
] as const;

/** Grows a draft to this many characters, sentence by sentence. */
function grow(sentences: readonly string[], length: number): string {
  let text = "";
  for (let at = 0; text.length < length; at += 1) text += `${sentences[at % sentences.length] ?? ""} `;
  return text.slice(0, length);
}

const more = [
  "The lobby has new chairs, and there is coffee.",
  "Our fall hours start on Monday, and the desk opens at nine.",
  "Parking is behind the building.",
] as const;

export const lengths = [50, 200, 500] as const;

export const timedDrafts = lengths.flatMap((length) => [
  { length, kind: "passes", text: grow([...safeDrafts, ...more], length) },
  { length, kind: "is stopped", text: grow([...stoppedDrafts, ...more], length) },
]);
