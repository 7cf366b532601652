/** What is wrong with the name of a further site that an admin wrote. */
import { parse } from "tldts-icann";

export const hostLimit = 253;

/** Guarded by adapters of their own. */
const known = ["facebook.com", "instagram.com", "yelp.com"];

/**
 * A sentence for the person who wrote it; undefined: it can be used. A name under which anybody can register ("com",
 * "co.uk": https://publicsuffix.org, the part of the registries) is nobody's site.
 */
export function hostProblem(text: string): string | undefined {
  if (text === "") return "Write the name of a host, such as reviews.example.";
  if (text.length > hostLimit) return `Write at most ${hostLimit} characters; this has ${text.length}.`;
  if (/[/:?#@*\s\\%]/.test(text))
    return "Write the name of the host alone, such as reviews.example: no https://, path, port or *.";
  const address = URL.canParse(`https://${text}/`) ? new URL(`https://${text}/`).hostname : "";
  if (
    address === "" ||
    !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(address)
  )
    return "This is no name of a host.";
  if (address !== text) return `Write it as browsers do: ${address}`;
  const { isIp, domain } = parse(text);
  if (isIp === true) return "Write a name: a number address cannot be guarded.";
  if (domain === null) return "Anybody can have a site under this name. Write the name of the one site.";
  const own = known.find((host) => text === host || text.endsWith(`.${host}`));
  if (own !== undefined) return `${own} is guarded already. For a page that changed use selectorOverrides.`;
  return undefined;
}
