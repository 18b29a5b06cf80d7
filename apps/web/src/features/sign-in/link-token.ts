/** Tokens of this visit by path, kept in memory in case a screen is built twice. */
const taken = new Map<string, string>();

/** The token behind `#` of a mailed link; it leaves the address as soon as it is read. */
export function takeLinkToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    taken.set(location.pathname, token);
    history.replaceState(history.state, '', location.pathname);
  }
  return taken.get(location.pathname) ?? null;
}
