/** Where a request was going, told by proxy.ts to the page that may have to send somebody through the sign-in. */
export const pathHeader = "x-backsolve-path";

/** For every answer; the policy of a page, which has a nonce of its own, is set beside them by proxy.ts. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // With "no-referrer" browsers send "Origin: null" with a form, and our own origin check would refuse our own forms.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Two years; only over https, where it can be kept. Neighbouring subdomains are not ours to bind. */
export const strictTransport = "max-age=63072000";
