import type { PlacedBy } from './placement';

/** Everything that is taken for granted about both APIs and the portal; each is explained in docs/assumptions.md. */
export const assumptionIds = [
  'datto-host',
  'datto-clock',
  'datto-values',
  'datto-device-lists',
  'datto-routers',
  'datto-history',
  'datto-settings',
  'datto-auth-types',
  'itglue-access',
  'itglue-refusals',
  'itglue-date',
  'itglue-page-size',
  'itglue-paging',
  'itglue-sort-id',
  'itglue-sort-updated',
  'itglue-filter-id',
  'itglue-filter-mac',
  'itglue-addresses',
  'itglue-rmm-records',
  'itglue-vendor-integration',
  'itglue-record-type',
  'itglue-text-boxes',
  'itglue-traits',
  'itglue-related-items',
  'itglue-tags',
  'itglue-password-values',
  'itglue-configuration-types',
  'itglue-roles',
  'portal-page',
  'portal-place',
  'portal-theme',
] as const;
export type AssumptionId = (typeof assumptionIds)[number];

/**
 * What an assumption rests on: the vendor's `reference`, public `reports` of users, or nothing that is
 * written (`assumed`).
 */
export type AssumptionSource = 'reference' | 'reports' | 'assumed';

/** `unseen`: this account shows nothing that would tell. */
export const checkOutcomes = ['holds', 'differs', 'unseen'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** What a check may say something about. Technical names, the same in every language. */
export const subjects = [
  'api.cloudtrax.com',
  'api-v2.cloudtrax.com',
  'api-v3.cloudtrax.com',
  'time',
  'networks',
  'nodes',
  'switches',
  'powerstrips',
  'routers',
  'settings',
  'history of nodes',
  'history of clients',
  'D200',
  'open',
  'wpa-2only-psk',
  'wpa-mixed-psk',
  'sae',
  'sae-mixed',
  'wpa-2only-e',
  'wpa-mixed-e',
  'wifi_auth_type',
  'key',
  'record of another account',
  'Date',
  'page[size]=1000',
  'page[size]=250',
  'page[size]=50',
  'current-page',
  'next-page',
  'total-count',
  'total-pages',
  'sort=id',
  'sort=updated_at',
  'filter[id]',
  'filter[mac_address]',
  'resource-url',
  'organizations',
  'configurations',
  'rmm_records',
  'dnet_fa_remote_assets',
  'flexible asset type',
  'flexible assets',
  'Wi-Fi Network Name',
  'SSID Name',
  'Security Type',
  'Pre-shared Key',
  'Location',
  'Wireless Devices - Matched',
  'Wireless Devices - Unmatched',
  'Textbox',
  'Password',
  'Upload',
  'Number',
  'Tag',
  'Date field',
  'br',
  'p',
  'div',
  'span',
  'related_items',
  'destination-id',
  'resource-id',
  'passwords',
  'password',
  'configuration types',
  'Administrator',
  'Manager',
  'Editor',
  'Creator',
  'Lite',
  'Read-only',
  'role-name',
  'groups',
  'configuration page',
  'main',
  'h1',
  'fixed bar',
  'side menu',
  'panel',
  'panel width',
  'window width',
  'ui-theme-dark',
  'ui-theme-default',
  'requests',
] as const;
export type Subject = (typeof subjects)[number];

/** What was seen of it. */
export const sights = [
  'answered',
  'as-assumed',
  'other',
  'none',
  'present',
  'absent',
  'taken',
  'refused',
  'out-of-reach',
  'not-there',
  'late',
  'failed',
  'offline',
  'address-refused',
  'no-api-access',
  'unreadable',
  'converted',
  'lost',
  'in-order',
  'out-of-order',
  'readable',
  'masked',
  'text',
  'number',
  'object',
  'list',
  'inside-interfaces',
  'seconds',
  'pixels',
  'rows',
  'status',
  'error-code',
  'named',
  'headed',
  'known-block',
  'docked',
  'covered',
  'narrow',
  'beyond-limit',
] as const;
export type Sight = (typeof sights)[number];

/**
 * One thing a check saw. Its parts are of closed lists and numbers, so no text of an account can be in
 * it, whatever the account holds.
 */
export interface Finding {
  readonly subject: Subject;
  readonly sight: Sight;
  readonly count?: number;
}

/** What came of looking. */
export interface Verdict {
  readonly outcome: CheckOutcome;
  readonly seen: readonly Finding[];
}

/** A verdict as it is kept. */
export interface CheckResult extends Verdict {
  readonly id: AssumptionId;
  /** How many requests it took. */
  readonly requests: number;
  /** When it ended, ISO 8601. */
  readonly at: string;
}

/** An assumption, and the check that looks whether it holds. Reads only. */
export interface Check<Probe> {
  readonly id: AssumptionId;
  readonly source: AssumptionSource;
  /** @throws what the API failed with, where nothing can be said without it */
  run(probe: Probe): Promise<Verdict>;
}

/** So many requests one check may send. */
export const maxRequestsPerCheck = 12;

export const finding = (subject: Subject, sight: Sight, count?: number): Finding =>
  count === undefined ? { subject, sight } : { subject, sight, count };

export const verdict = (outcome: CheckOutcome, ...seen: readonly Finding[]): Verdict => ({
  outcome,
  seen,
});

/** A rectangle in CSS pixels from the window's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const measuredParts = ['fixed bar', 'side menu', 'main', 'h1', 'panel'] as const;
export type MeasuredPart = (typeof measuredParts)[number];

/** What of the layout of a page of the portal the panel depends on; measures only, no text of the page. */
export interface PageMeasure {
  readonly window: { readonly width: number; readonly height: number };
  readonly theme: 'dark' | 'default' | null;
  readonly parts: readonly { readonly part: MeasuredPart; readonly box: Box }[];
  /** How the panel found its place; `null` where there is no panel. */
  readonly placedBy: PlacedBy | null;
  /** Whether something of the page that stays while it scrolls lies over the panel. */
  readonly covered: boolean;
}
