/*
 * In what real servers differ from one account to the next, or may differ, since the references do not say. A tenant
 * carries one set; all of it may be changed while the simulator runs.
 */

export interface Quirks {
  /** What is drawn for a quirk depends on this and on the row's own names: the same seed, the same answers. */
  seed: number;
  itglue: ItGlueQuirks;
}

export interface ItGlueQuirks {
  /**
   * What a Password field's trait reads as: `value` shows it to a key with password access; `id` is the number of its
   * embedded password, which written back becomes the value (inferred from a public migration tool).
   */
  passwordTraits: 'value' | 'id' | 'absent';
  /** `resource-type` of such a password: as the reference's example has it, or as public tools compare it. */
  passwordTraitResource: 'flexible-asset-trait' | 'flexible-asset-traits';
  /** What an Upload field's trait reads as, which the reference does not show: as its attachments, their address, not at all. */
  uploadTraits: 'attachment' | 'url' | 'absent';
  /** What Number and Percent fields' traits read as. */
  numberTraits: 'number' | 'text';
  /** Whether what a Tag field points to is among the related items without being linked. */
  tagsRelate: boolean;
  /** How a related item names its other end. */
  relatedItems: 'both' | 'destination' | 'resource';
  /** Whether writing a password its own value moves `password-updated-at`. */
  equalPasswordIsChange: boolean;
}

/** An account without surprises, as the references read. */
export function defaultQuirks(): Quirks {
  return {
    seed: 1,
    itglue: {
      passwordTraits: 'value',
      passwordTraitResource: 'flexible-asset-traits',
      uploadTraits: 'attachment',
      numberTraits: 'number',
      tagsRelate: false,
      relatedItems: 'both',
      equalPasswordIsChange: false,
    },
  };
}
