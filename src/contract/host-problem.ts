/** What is wrong with the name of a further site that an admin wrote. */
export const hostLimit = 253;

/** Guarded by adapters of their own. */
const known = ["facebook.com", "instagram.com", "yelp.com"];

/** Under a country's two letters registries sell names below these, and below nearly all that have three letters or fewer. */
const sold = /^(?:[a-z0-9-]{1,3}|asso|firm|gouv|govt|info|name|school|police|store)\.[a-z]{2}$/;

/**
 * Whether anybody can have a site under this name ("com", "co.uk"). Told by its shape: the public suffix list, which knows it
 * for sure, is 75 kB gzipped. A short name that is somebody's own (`abc.de`) can be written with `www.` before it.
 */
const isAnybodys = (host: string): boolean => !host.includes(".") || sold.test(host);

/** A sentence for the person who wrote it; undefined: it can be used. */
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
  if (/\.\d+$|^\d+$/.test(text)) return "Write a name: a number address cannot be guarded.";
  if (isAnybodys(text))
    return `Anybody can have a site under this name. Write the whole name of the one site, such as www.${text}`;
  const own = known.find((host) => text === host || text.endsWith(`.${host}`));
  if (own !== undefined) return `${own} is guarded already. For a page that changed use selectorOverrides.`;
  return undefined;
}
