/** Read by proxy.ts as well, which knows no database and only looks whether there is a cookie at all. */
export const sessionCookie = "backsolve_session";

/** Two weeks; whoever comes back later signs in again. */
export const sessionSeconds = 14 * 24 * 60 * 60;
