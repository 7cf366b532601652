/** Characters that are put together before they become part of the file, which may lie on disk. */
const pieceSize = 1 << 20;

/** A file of texts that come one after the other. Rejects with what `texts` throws. */
export async function fileOf(texts: AsyncIterable<string>, type: string): Promise<Blob> {
  const pieces: Blob[] = [];
  let text = "";
  for await (const one of texts) {
    text += one;
    if (text.length < pieceSize) continue;
    pieces.push(new Blob([text]));
    text = "";
  }
  return new Blob([...pieces, text], { type });
}
