import type { NetworkId } from './ids';

/** A Datto network: one customer site, by the vendor's custom. */
export interface Network {
  readonly id: NetworkId;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}
