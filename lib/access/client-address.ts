/**
 * The network address a request came from, for counting tries. The last entry of X-Forwarded-For was written by the
 * proxy nearest to us (or by Next, from the socket); whatever stands before it a client may have made up.
 * An IPv6 address is cut to its /64, because one customer owns all of those.
 *
 * @example
 * clientAddress(new Headers({ "x-forwarded-for": "10.0.0.1, 203.0.113.7" })) // => "203.0.113.7"
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 60) ?? "";
  if (!last.includes(":")) return last || "unknown";
  if (/^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(last)) return last.slice("::ffff:".length);
  return `${networkOf(last)}::/64`;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill("0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}
