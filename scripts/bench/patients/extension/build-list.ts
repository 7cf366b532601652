/** The dedicated worker that makes a list of invented people, seals it and stores it: what an import does, without a file. */
import { encodeIndex, newIndex } from "../../../../src/engine/patients/index.ts";
import { toBase64 } from "../../../../src/patient-list/bytes.ts";
import { sealList } from "../../../../src/patient-list/seal.ts";
import { seeds } from "../lists.ts";
import { weighNames } from "../names.ts";
import { everyone, inventCrowd } from "../people.ts";
import { writeList } from "./store.ts";
import type { Building, BuildOrder, Made } from "./talk.ts";

const tell = (message: Building): void => postMessage(message);
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function build({ id, size, contacts, rows }: BuildOrder): Promise<Made> {
  const crowd = inventCrowd(weighNames(rows.given, rows.family), size, seeds.listed, contacts);
  let at = performance.now();
  const lap = (): number => {
    const before = at;
    at = performance.now();
    return at - before;
  };
  let letters = 0;
  for (const { family } of everyone(crowd)) letters += family.length;
  const invent = lap();
  if (letters === 0) throw new Error("nobody has a name");

  const builder = newIndex(crypto.getRandomValues(new Uint8Array(16)));
  let done = 0;
  for (const person of everyone(crowd)) {
    builder.add(person);
    done += 1;
    if (done % 10_000 > 0) continue;
    tell({ done });
    await pause();
  }
  const add = lap() - invent;
  const index = builder.finish(id);
  const finish = lap();
  const managedKey = crypto.getRandomValues(new Uint8Array(32));
  const { file, key } = await sealList(index, { created: Date.now(), expires: null, locks: { managedKey } });
  await writeList(id, file);
  const seal = lap();
  return {
    invent,
    add,
    finish,
    seal,
    people: index.people,
    indexBytes: encodeIndex(index).length,
    fileBytes: file.length,
    key: toBase64(key),
  };
}

addEventListener("message", ({ data }: MessageEvent<BuildOrder>) => {
  void build(data).then(
    (made) => tell({ made }),
    (error: unknown) => tell({ fault: String(error) }),
  );
});
