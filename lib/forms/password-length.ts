/** How long a password may be, in characters. Beyond the upper end hashing becomes a way to keep a server busy. */
export const passwordLength = { least: 8, most: 128 } as const;
