/** What a relation leads to, as far as this project relates things. */
export type RelatedKind = 'configuration' | 'flexible-asset' | 'password' | 'other';

/** A link from one record to another; it has a direction, and the same link can exist twice. */
export interface RelatedItem {
  readonly id: string;
  readonly kind: RelatedKind;
  readonly destinationId: string;
  readonly notes: string | null;
}

/** The records whose relations this project reads and writes. */
export type Relatable = Exclude<RelatedKind, 'other'>;

export interface RelationEnd {
  readonly kind: Relatable;
  readonly id: string;
}
