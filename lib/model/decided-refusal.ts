/** The extension found that it is not to be written. */
export type DecidedRefusal =
  /** The device or network was decided about since. */
  | { readonly kind: 'decided-meanwhile' }
  | { readonly kind: 'row-gone' }
  | { readonly kind: 'configuration-taken'; readonly by: string }
  /** The configuration has another MAC, as typed in IT Glue, which is not written over. */
  | { readonly kind: 'has-mac'; readonly mac: string }
  /** One of this name or MAC turned up in IT Glue, and a person has to decide. */
  | { readonly kind: 'exists'; readonly name: string };
