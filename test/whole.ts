/** `npm run unit:whole` tries all of what a run of all tests tries a sample of. */
export const isWhole = import.meta.env.MODE === 'whole';
