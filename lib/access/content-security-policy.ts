/**
 * What a page of ours may load: itself, and inline scripts and styles that carry the nonce of this very request.
 * Style attributes are allowed because the server renders them (widths of bars); they cannot run anything.
 * In development React needs eval for its error stacks and the bundler a socket.
 */
export function contentSecurityPolicy(
  nonce: string,
  { development, https }: { development: boolean; https: boolean },
) {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  // Over plain http this would turn every link of a local installation into one that does not answer.
  if (https) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
