/** Equality or `.`-suffix, never a substring: `facebook.com.evil.example` and `notfacebook.com` are other sites. */
export function hostMatches(host: string, domain: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  return name === domain || name.endsWith(`.${domain}`);
}
