import type { ConfigurationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import type { Problem } from '@/lib/model/problem';
import type { DecisionResult, SearchHit } from '@/lib/views/matching';
import type { FoundPreview } from '@/lib/views/ports';

/** What the background answers, or why it does not. */
type Answered<Value> = Promise<
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }
>;

/** What a person may do about a device that was found on a port; each answers once it is settled. */
export interface FoundCalls {
  readonly search: (text: string) => Answered<readonly SearchHit<ConfigurationId>[]>;
  readonly preview: (maker: string | null) => Answered<FoundPreview>;
  /** `null` for a click that was not meant. */
  readonly match: (event: Event, mac: Mac, to: ConfigurationId) => Promise<Decided | null>;
  readonly create: (event: Event, wanted: FoundDraft) => Promise<Decided | null>;
}
/** What became of it. */
export type Decided = Awaited<Answered<DecisionResult>>;

export interface FoundDraft {
  readonly mac: Mac;
  readonly name: string;
  readonly typeId: string;
  readonly manufacturerId: string | null;
}
