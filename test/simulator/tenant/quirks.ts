/*
 * In what real servers differ from one account to the next, or may differ, since the references do not say. A tenant
 * carries one set; all of it may be changed while the simulator runs.
 */

export interface Quirks {
  /** What is drawn for a quirk depends on this and on the row's own names: the same seed, the same answers. */
  seed: number;
  itglue: ItGlueQuirks;
  datto: DattoQuirks;
  portal: PortalQuirks;
}

/** What the portal's pages are made of, as public scripts for the real one show it over the years. */
export const portalShapes = ['landmarks', 'hybrid', 'react', 'text'] as const;

export interface PortalQuirks {
  /**
   * `landmarks`: `main`, `nav` and `h1`. `hybrid`: a fixed bar with a hidden list that names the page, a side menu, the
   * title a `div.qa-page-header`. `react`: the title in `.react-page-header__left`. `text`: two fixed bars, and nothing
   * names the page but a text node in a narrow column, the document's title neither.
   */
  shape: (typeof portalShapes)[number];
  /** Whether it is MyGlue, the portal of an MSP's customers. */
  myGlue: boolean;
}

/** A part of the API that a key may lack, or the account. */
export type DattoPart =
  'network-list' | 'settings' | 'node' | 'switch' | 'powerstrip' | 'router' | 'history';

/** What a read-only key may not touch: all that is named has to fit. */
interface DattoReach {
  part?: DattoPart;
  networkId?: number;
  deviceId?: number;
}

export interface DattoQuirks {
  /** What the key may not touch, though it is good: 13006. */
  outOfReach: DattoReach[];
  /** What the account does not have: 1002. */
  missing: DattoPart[];
  /**
   * The types of all values but ids and MACs: those of the reference's descriptions; others that say the same, as its
   * examples have them (`"40"`, `down: 0`, `lifecycle: []`); or anything at all.
   */
  types: 'documented' | 'plain' | 'any';
  /** Whether ids are text where the reference has numbers. */
  idsAsText: boolean;
  /** What an empty keyed object reads as: PHP writes it as an empty array. */
  emptyObjects: 'object' | 'array';
  /** Whether rows have fields that nobody announced. */
  unknownFields: boolean;
}

export interface ItGlueQuirks {
  /** The account is refused with 403 whatever the key: by the list of allowed addresses, or by its plan. */
  refusal: 'address' | 'plan' | null;
  /** What an unknown key is answered with; the reference says 403, people report 401. */
  wrongKeyStatus: 401 | 403;
  /**
   * Records the keys may not touch, such as `configurations/100003`, and organizations with all that is in them, such
   * as `organizations/5`: 401 with `source.pointer`, while the key is good.
   */
  outOfReach: string[];
  /** Whether lists show what is out of reach, or leave it out without a word. */
  outOfReachListed: boolean;
  /** The largest page that is answered in time, by resource as in addresses, such as `configurations`. */
  maxPageSize: Record<string, number>;
  /** What becomes of a larger one: the gateway's 504, or no answer. */
  oversizedPage: 504 | 'unanswered';
  /** What people change while a list is read: one of these happens before each page but a first one, in order. */
  betweenPages: (() => void)[];
  /** Keys that `meta` lacks, such as `total-count`. */
  metaWithout: string[];
  /** Whether lists keep their rows' order whatever `sort` asks for, as an API does that does not know it. */
  sortIgnored: boolean;
  /** What of a query the account refuses with 400, such as `include=rmm_records`, `sort=id` or `filter[id]`. */
  refusedParameters: string[];
  /** Whether lists have `links`. */
  links: boolean;
  /** Whether answers have a `Date` header (of the server's clock). */
  dateHeader: boolean;
  /** Whether a 429 says how long to wait; the reference does not. */
  retryAfter: boolean;
  /** Which changes of a configuration that a PSA owns are refused: all, or those the reference names. */
  psaRefuses: 'everything' | 'as-documented';
  /** Whether text boxes are kept as the server writes their HTML rather than as they were written. */
  textboxMarkup: boolean;
  /** Whether texts are kept without white space at their ends. */
  trimmedTexts: boolean;
  /** Where the relationship with an RMM's records stands: the reference's example has it inside the interfaces'. */
  rmmRelationship: 'beside' | 'within-interfaces';
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
export function referenceQuirks(): Quirks {
  return {
    seed: 1,
    itglue: {
      refusal: null,
      wrongKeyStatus: 401,
      outOfReach: [],
      outOfReachListed: false,
      maxPageSize: {},
      oversizedPage: 504,
      betweenPages: [],
      metaWithout: [],
      sortIgnored: false,
      refusedParameters: [],
      links: true,
      dateHeader: true,
      retryAfter: true,
      psaRefuses: 'as-documented',
      textboxMarkup: false,
      trimmedTexts: false,
      rmmRelationship: 'beside',
      passwordTraits: 'value',
      passwordTraitResource: 'flexible-asset-traits',
      uploadTraits: 'attachment',
      numberTraits: 'number',
      tagsRelate: false,
      relatedItems: 'both',
      equalPasswordIsChange: false,
    },
    datto: {
      outOfReach: [],
      missing: [],
      types: 'documented',
      idsAsText: false,
      emptyObjects: 'object',
      unknownFields: false,
    },
    portal: { shape: 'landmarks', myGlue: false },
  };
}

/** What a tenant has unless a test says otherwise: whatever may be and costs nothing that a test looks at. */
export function defaultQuirks(): Quirks {
  const { seed, itglue, datto, portal } = referenceQuirks();
  return {
    seed,
    itglue: {
      ...itglue,
      wrongKeyStatus: 403,
      links: false,
      retryAfter: false,
      maxPageSize: {
        organizations: 250,
        configurations: 250,
        flexible_assets: 50,
        passwords: 250,
        users: 250,
      },
      textboxMarkup: true,
      trimmedTexts: true,
      rmmRelationship: 'within-interfaces',
      passwordTraits: 'id',
      tagsRelate: true,
      numberTraits: 'text',
      relatedItems: 'resource',
      equalPasswordIsChange: true,
    },
    datto: {
      ...datto,
      types: 'plain',
      idsAsText: true,
      emptyObjects: 'array',
      unknownFields: true,
    },
    portal,
  };
}
