import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Find } from "../../e2e/harness/profile-search.ts";
import { searchProfile, searchTabs } from "../../e2e/harness/profile-search.ts";
import * as files from "./files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "replyguard-search-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), bytes);
}

async function find(content = files.secret): Promise<readonly Find[]> {
  return (await searchProfile(folder, [{ label: "name", content }])).finds;
}

const filler = Buffer.alloc(600, "no name here; ");

describe("a name that is only there when a file is unpacked", () => {
  it.each([
    ["a compressed block of a LevelDB table", { "db/000005.ldb": files.levelDbTable(Buffer.from("-")) }],
    [
      "a value in Blink's own compression in a LevelDB table",
      {
        "db/000005.ldb": files.levelDbTable(Buffer.concat([Buffer.from([0xff, 0x11, 0x02]), files.packed()])),
      },
    ],
    [
      "a blob of IndexedDB in Blink's own compression",
      { "blob/1/00/2": Buffer.concat([Buffer.from([0xff, 0x11, 0x02]), files.packed(2)]) },
    ],
    [
      "a record of a LevelDB log over the end of a block",
      { "db/MANIFEST-000001": filler, "db/000003.log": files.levelDbLog(files.secret) },
    ],
    ["a mozLz4 file", { "bookmarks.jsonlz4": files.mozLz4() }],
    ["a Snappy stream", { "idb/1.files/1": files.snappyStream(files.packed(4)) }],
    ["a gzip file", { "cache/1": gzipSync(`a ${files.secret}`) }],
    ["a compressed column of SQLite", { "a.sqlite": files.sqlite(files.packed()).database }],
    [
      "a column of SQLite that goes over three pages",
      {
        "a.sqlite": files.sqlite(
          Buffer.concat([filler.subarray(0, 587), Buffer.from(files.secret), filler.subarray(0, 503)]),
        ).database,
      },
    ],
    [
      "the log of a SQLite database that does not have it yet",
      {
        "a.sqlite": files.sqlite(Buffer.from("-")).database,
        "a.sqlite-wal": files.walOf(files.sqlite(files.packed()).pages),
      },
    ],
  ])("%s", async (_, content) => {
    const isPlain = Object.values(content).some((bytes) => bytes.includes(files.secret));
    expect(isPlain).toBe(false);
    for (const [name, bytes] of Object.entries(content)) await put(name, bytes);
    expect(await find()).not.toEqual([]);
    expect(await find("Quillhavem")).toEqual([]);
  });

  it("what remains of a compressed value in a page of the extension's database that no row points to", async () => {
    const page = Buffer.alloc(512, 0xff);
    files.packed().copy(page, 203);
    const { database } = files.sqlite(Buffer.from("-"));
    await put("storage/moz-extension+++1/idb/1.sqlite", Buffer.concat([database, page]));
    expect(await find()).toHaveLength(1);
  });

  it("a name in the name of a file", async () => {
    await put(`of ${files.secret}.txt`, filler);
    expect(await find()).toHaveLength(1);
  });
});

describe("the state of tabs", () => {
  const site = "https://www.yelp.com/writeareview";
  const own = "chrome-extension://abc/options.html";
  const firefox = {
    windows: [
      {
        tabs: [
          {
            entries: [{ url: "about:blank" }, { url: site }],
            formdata: { url: site, id: { box: `dear ${files.secret}` } },
          },
          { entries: [{ url: own }], formdata: { id: { field: "nothing of interest stands here" } } },
        ],
      },
    ],
  };

  it.each([
    [
      "Default/Sessions/Session_1",
      files.snss(Buffer.from(`${own}\0none`), Buffer.from(`\x06..${site}\0dear ${files.secret}`)),
    ],
    ["sessionstore-backups/recovery.jsonlz4", files.mozLz4Of(JSON.stringify(firefox))],
  ])("each page has what is of it: %s", async (name, bytes) => {
    await put(name, bytes);
    expect((await find()).map(({ page }) => page)).toEqual([site]);
    expect(await searchTabs(folder, { label: "name", content: files.secret })).toEqual([site]);
  });

  it.each([
    ["Default/Sessions/Session_1", files.snss(Buffer.from(`${site}\0dear ${files.secret}`)).subarray(0, -1)],
    ["sessionstore.jsonlz4", files.mozLz4Of(JSON.stringify(firefox).slice(0, -1))],
  ])("a file that does not read as one is no page's: %s", async (name, bytes) => {
    await put(name, Buffer.concat([bytes, Buffer.from(files.secret)]));
    expect((await find()).map(({ page }) => page)).toContain(undefined);
  });
});
