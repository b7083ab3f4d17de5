/** The name of an entry's pictures as a file, before theme and width: `matching-networks-matched`. */
export const pictureName = (surface: string, entry: string): string =>
  `${surface} ${entry}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/, '');
