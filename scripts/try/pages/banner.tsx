/** Says on every page what it is, so that nobody takes it for the site. */
export function Banner({ site }: { readonly site: string }) {
  return (
    <p className="banner">
      <strong>A look-alike of {site} for trying ReplyGuard.</strong> The people are invented, and nothing
      leaves this computer. <a href="https://try.replyguard.example/">What to try</a>
    </p>
  );
}

export function Avatar({ name }: { readonly name: string }) {
  const initials = name
    .split(/[ ._]/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
  return (
    <span className="avatar" aria-hidden="true">
      {initials}
    </span>
  );
}

export function Stars({ count }: { readonly count: number }) {
  return (
    <span className="stars" role="img" aria-label={`${count} star rating`}>
      {"★".repeat(count)}
      <span className="unlit">{"★".repeat(5 - count)}</span>
    </span>
  );
}
