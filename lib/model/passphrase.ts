/** How many characters a passphrase has at least. */
export const minPassphrase = 10;
