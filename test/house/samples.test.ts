import { describe, expect, test } from "vitest";
import { hosts } from "../../src/adapters/hosts.ts";
import { furtherNames, furtherSites } from "../../src/contract/further-sites.ts";
import { filesUnder, read } from "./repository.ts";

/** Sites that are cited as a source, or that are the public names of standards and of what is tested against. */
const cited = [
  "ecfr.gov",
  "hhs.gov",
  "ftc.gov",
  "law.cornell.edu",
  "w3.org",
  "w3c.github.io",
  "whatwg.org",
  "unicode.org",
  "github.com",
  "mozilla.org",
  "mozilla.github.io",
  "chrome.com",
  "chromium.org",
  "google.com",
  "chromeenterprise.google",
  "json-schema.org",
  "rfc-editor.org",
  "nist.gov",
  "microsoft.com",
  "apple.com",
  // Names of properties in the files of pictures.
  "ns.adobe.com",
  "purl.org",
  "iptc.org",
  "metadataworkinggroup.com",
  "openxmlformats.org",
  "hl7.org",
  "petsymposium.org",
  "ocsf.io",
  "opentelemetry.io",
  "twitter.com",
];

/** The sites that are watched only where they are switched on. */
const further = furtherNames.flatMap((name) => furtherSites[name].map(({ host }) => host));

/** What people fill in where a form wants a number and they have none: it rings nowhere either. */
const isFiller = (digits: string): boolean => /^(\d)\1*$/.test(digits) || digits === "1234567890";

const belongsTo = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
/** Firefox wants a file that is named for the id of an extension, which is an address: `.example.json`. */
const isInvented = (host: string): boolean =>
  /\.example(\.json)?$/.test(host) || /^(localhost|127\.0\.0\.1)$/.test(host);

/** Telephone numbers in North American form that could ring: all but 555-01xx of any area, and area 555, which is none. */
function phonesIn(text: string): string[] {
  return [...text.matchAll(/(?<![\d.-])(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])/g)]
    .map(([found]) => found)
    .filter((found) => !/555[-. ]01\d\d$/.test(found) && !/^(?:\+?1[-. ]?)?\(?555\)?[-. ]01/.test(found))
    .filter((found) => !isFiller(found.replace(/\D/g, "")));
}

/** `notfacebook.com`: a host that only looks like a watched one has to be written out to see it refused. */
const isLookAlike = (host: string): boolean =>
  hosts.some((watched) => host.endsWith(watched) && !belongsTo(host, [watched]));

/** Mail and web addresses whose host may be somebody's. */
function addressesIn(text: string): string[] {
  const mail = [...text.matchAll(/[\w.+-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)];
  const web = [...text.matchAll(/\b(?:https?:\/\/|www\.)(?:\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)];
  return [
    ...mail.filter(([, host = ""]) => !isInvented(host.toLowerCase())),
    ...web.filter(
      ([, host = ""]) =>
        !isInvented(host.toLowerCase()) &&
        !isLookAlike(host.toLowerCase()) &&
        !belongsTo(host.toLowerCase(), [...hosts, ...further, ...cited]),
    ),
  ].map(([found]) => found);
}

/** The corpus has its own guide; the icons name the SVG namespace. */
const searched = ["src", "test", "scripts", "manifest", "docs"]
  .flatMap((folder) => filesUnder(folder))
  .filter(
    (path) =>
      /\.(ts|tsx|mjs|js|json|jsonl|csv|html|md)$/.test(path) &&
      !path.startsWith("test/corpus/") &&
      path !== "src/engine/model/weights.ts" &&
      path !== "test/house/samples.test.ts",
  );

describe("sample people", () => {
  test("have telephone numbers that ring nowhere", () => {
    const faults = searched.flatMap((path) => phonesIn(read(path)).map((found) => `${path}: ${found}`));
    expect(faults).toEqual([]);
  });

  test("have addresses under .example", () => {
    const faults = searched.flatMap((path) => addressesIn(read(path)).map((found) => `${path}: ${found}`));
    expect(faults).toEqual([]);
  });

  test.each(["310-555-0200", "(212) 867-5309", "+1 415.555.2671"])("%s is refused", (text) => {
    expect(phonesIn(text)).not.toEqual([]);
  });

  test.each(["310-555-0188", "(310) 555-0100", "chart 448812", "2026-11-25", "SSN 078-05-1120"])(
    "%s is nobody's telephone",
    (text) => {
      expect(phonesIn(text)).toEqual([]);
    },
  );

  test.each(["jane@gmail.com", "https://glow-medspa.com/book", "see www.janedoe.net"])(
    "%s is refused",
    (text) => {
      expect(addressesIn(text)).not.toEqual([]);
    },
  );

  test.each(["jane@mail.example", "https://glow.example/book", "https://www.yelp.com/biz/x"])(
    "%s is nobody's address",
    (text) => {
      expect(addressesIn(text)).toEqual([]);
    },
  );
});
