/** "https://www.ana.example/x" → "ana.example". Lower case in, lower case out. */
export function hostOf(address: string): string {
  const [host = ""] = address.replace(/^https?:\/\//, "").split(/[:/?#]/, 1);
  return host.replace(/^www\./, "");
}
