const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

type RequestHeaders = Pick<Headers, "get">;

/**
 * Whether a request that changes something was sent by one of our own pages. Next compares Origin with
 * X-Forwarded-Host, which a client may forge, and lets a missing Origin pass; this does neither.
 *
 * With APP_URL, the origin must be that address; when it is a loopback address, any spelling of it will do. Without
 * APP_URL the product answers on the machine it runs on: any loopback spelling, on the port the request came to.
 *
 * @example
 * isOwnOrigin(new Headers({ origin: "https://evil.example", host: "localhost:3000" }), undefined) // => false
 */
export function isOwnOrigin(headers: RequestHeaders, appUrl: string | undefined): boolean {
  const given = headers.get("origin");
  // Only a browser can set Sec-Fetch-Site, and never to same-origin for somebody else's page.
  if (given === null) return headers.get("sec-fetch-site") === "same-origin";
  const origin = parseUrl(given);
  if (origin === null) return false;
  if (appUrl !== undefined) {
    const own = new URL(appUrl);
    if (origin.origin === own.origin) return true;
    return (
      isLoopback(own) && isLoopback(origin) && origin.port === own.port && origin.protocol === own.protocol
    );
  }
  const host = parseUrl(`http://${headers.get("host") ?? ""}`);
  return host !== null && isLoopback(host) && isLoopback(origin) && portOf(origin) === portOf(host);
}

/** What to say when it was not: the repair differs with the cause. */
export function originRefusal(appUrl: string | undefined): string {
  return appUrl === undefined
    ? "This was sent from an address Backsolve does not know as its own. Nothing was changed. Whoever runs the server can name its address in APP_URL."
    : `This was sent from another address than ${new URL(appUrl).origin}. Nothing was changed. Please open that address and try again.`;
}

/**
 * A path on our own site to go to after signing in, or null. Browsers read `//host`, `/\host` and tabs inside as
 * an address elsewhere, so the text is resolved as a browser would and must stay where it was.
 *
 * @example
 * ownPath("//evil.example/today") // => null
 */
export function ownPath(next: string | null | undefined): string | null {
  if (!next?.startsWith("/") || next.length > 2000) return null;
  const base = "http://own.invalid";
  const url = parseUrl(next, base);
  if (url === null || url.origin !== base) return null;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith("//") || path.startsWith("/api/") ? null : path;
}

function parseUrl(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

function isLoopback(url: URL): boolean {
  return loopback.has(url.hostname);
}

function portOf(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}
