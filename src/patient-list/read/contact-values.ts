/** What is in the cells of contacts: several values parted, stand-ins told from values. */

const nothing = new Set([
  ..."n/a na n.a. none no nil null unknown unk undefined tbd x xx xxx refused declined decline same blank".split(
    " ",
  ),
  ..."ninguno ninguna desconocido desconocida s/n - -- --- . .. ... ? ?? #n/a #ref! #name? #value! @".split(
    " ",
  ),
  "not provided",
  "not given",
  "none given",
  "not available",
  "not on file",
  "no email",
  "no e-mail",
  "no email address",
  "no phone",
  "no tiene",
  "patient declined",
  "does not have",
  "doesn't have",
]);

const longestNothing = 2 + Math.max(...[...nothing].map((words) => words.length));

export interface ValuesRead {
  readonly values: readonly string[];
  /** Stand-ins and what cannot be such a value. */
  readonly left: number;
}

/** "N/A", "none", "unknown", "-": says that there is nothing. */
export function saysNothing(value: string): boolean {
  return value.length <= longestNothing && nothing.has(value.toLowerCase().replace(/^\((.*)\)$/, "$1"));
}

const part = (cell: string, by: RegExp): string[] => cell.split(by).flatMap((one) => one.trim() || []);

/** Several phones in a cell, each with words around ("H: 310-555-0101 / C: 310-555-0102 ext. 4"). */
export function readPhones(cell: string): ValuesRead {
  if (/^[+(]?\d[\d ().+-]*$/.test(cell))
    return isPhone(cell) ? { values: [cell], left: 0 } : { values: [], left: 1 };
  const values: string[] = [];
  let left = 0;
  for (const one of part(cell.replace(/^'/, ""), /[;,|\n]|\s\/\s|\sor\s|\so\s/i)) {
    const phone = one
      .replace(/\s+/g, " ")
      .replace(/[ ,]{0,3}(?:ext|extension|x)\.? ?\d{1,6}$/i, "")
      .replace(/^\p{L}[\p{L} .]{0,20}[:. ] ?(?=[+(\d])/u, "")
      .replace(/[ -]{0,3}\(?\p{L}[\p{L} .]{0,20}\)?$/u, "")
      .trim();
    if (isPhone(phone)) values.push(phone);
    else left++;
  }
  return { values, left };
}

function isPhone(text: string): boolean {
  // Written by Excel where a number was too long for the column.
  const digits = text.replace(/\.0$/, "").replace(/\D+/g, "");
  if (digits.length < 7 || digits.length > 15 || /\p{L}/u.test(text)) return false;
  if (new Set(digits).size === 1) return false;
  return !/^1?(?:0{3}|9{6}|1234567|0123456)/.test(digits);
}

/** Several e-mail addresses in a cell, with names and angle brackets or without. */
export function readEmails(cell: string): ValuesRead {
  if (/^[\w.+-]+@[\w.-]+$/.test(cell) && isEmail(cell)) return { values: [cell], left: 0 };
  const values: string[] = [];
  let left = 0;
  for (const one of part(cell, /[;,|\s]+/)) {
    const address = one.replace(/^mailto:/i, "").replace(/^[<("']{1,3}|[>)"'.]{1,3}$/g, "");
    if (!address.includes("@")) {
      // Words beside an address ("Jane <jane@…>") are no fault; words alone are.
      if (!cell.includes("@")) left++;
    } else if (isEmail(address)) values.push(address);
    else left++;
  }
  return { values, left: cell.includes("@") ? left : Math.min(left, 1) };
}

function isEmail(address: string): boolean {
  const [, local = "", host = ""] = /^([^@]+)@([^@]+\.[^@.]{2,})$/.exec(address.toLowerCase()) ?? [];
  if (host === "") return false;
  if (
    /^(?:no-?e?mail|none|noemail\w*|na|n\/a|n|no|test|unknown|declined|refused|noreply|no-reply|x+|a)$/.test(
      local,
    )
  ) {
    return false;
  }
  return !/^(?:none|noemail|na|test|unknown|declined|x+)\.\w+$/.test(host);
}

/** "IG: @jane" */
const labels = /\b(?:ig|insta(?:gram)?|fb|facebook|tiktok|twitter|yelp)\s*[:=]\s*(?!\/\/)/gi;

/** Profile addresses are cut to the name in them; the name is left as it is written. */
export function readHandles(cell: string): ValuesRead {
  if (/^@[\w.]+$/.test(cell)) return { values: [cell], left: 0 };
  const values: string[] = [];
  let left = 0;
  for (const one of part(cell.replace(labels, ""), /[;|\n]|,(?=\s{0,3}[@\p{L}])|\s(?=@)/u)) {
    const handle = handleOf(one);
    if (saysNothing(handle.replace(/^@/, "")) || !/[\p{L}\p{N}]/u.test(handle)) left++;
    else values.push(handle);
  }
  return { values, left };
}

const profile =
  /^(?:https?:\/\/)?(?:[\w-]{1,63}\.){0,4}(?:instagram|facebook|fb|yelp|tiktok|twitter|x|threads|snapchat|youtube|linkedin|pinterest)\.(?:com|net)\//i;

/** An address of somebody on a social site. */
export function isProfile(text: string): boolean {
  return profile.test(text.trim());
}

/** The name in "https://www.instagram.com/jane.doe/?hl=en"; "profile.php?id=1000" names nobody that writes. */
export function handleOf(text: string): string {
  const trimmed = text.trim();
  const site = profile.exec(trimmed)?.[0];
  if (site === undefined) return trimmed;
  const path = trimmed.slice(site.length);
  const name =
    (path.split(/[?#\n]/)[0] ?? "")
      .split("/")
      .find((step) => step !== "" && !/^(?:in|user|add|people|pages|c)$/i.test(step)) ?? "";
  if (/^(?:profile\.php|user_details|groups|p|reel)$/i.test(name)) return "";
  return name.startsWith("@") || name === "" ? name : `@${name}`;
}

/** Record numbers; leading zeros stay, an apostrophe that Excel needs to keep them goes. */
export function readRecordNumbers(cell: string): ValuesRead {
  const all = part(cell, /[;|\n]/).map((one) => one.replace(/^'/, ""));
  const values = all.filter((one) => /\d/.test(one) && !/^0+$/.test(one) && !saysNothing(one));
  return { values, left: all.length - values.length };
}
