import type { OptionsView } from '@/lib/views/options';
import { z } from 'zod';
import { matchingProtocol } from './matching';
import { message, nothing } from './message';
import { wirelessProtocol } from './wireless';
import { corners, type Placement } from '@/lib/model/placement';
import type { Problem } from '@/lib/model/problem';
import { regions, syncIntervals } from '@/lib/model/settings';
import type { PanelView } from '@/lib/views/panel';
import type { StatusView } from '@/lib/views/status';

/** A configuration page's ids, as its address has them. */
export const configurationPageSchema = z.object({
  organizationId: z.string().regex(/^\d{1,30}$/),
  configurationId: z.string().regex(/^\d{1,30}$/),
});

export const placementSchema = z.object({
  docked: z.boolean(),
  corner: z.enum(corners),
  collapsed: z.boolean(),
});

/** What the Connection form holds. A secret left out keeps its saved value. */
export const connectSchema = z.object({
  dattoPublicKey: z.string().trim().min(1).max(200).optional(),
  dattoSecretKey: z.string().trim().min(1).max(200).optional(),
  itGlueApiKey: z.string().trim().min(1).max(400).optional(),
  region: z.enum(regions),
  subdomain: z.string().trim().min(1).max(300),
});
export type ConnectRequest = z.infer<typeof connectSchema>;
export type ConnectField = keyof ConnectRequest;

/** Why connecting failed, by the field that is to be corrected; `form` where it is none of them. */
export interface ConnectFailure {
  readonly field: ConnectField | 'form';
  readonly reason:
    | 'missing'
    | 'unknown-key'
    | 'wrong-secret'
    | 'expired-key'
    | 'wrong-key'
    | 'wrong-region'
    | 'wrong-subdomain'
    | 'malformed'
    /** The browser was told not to let the extension reach the vendors' hosts. */
    | 'no-host-access'
    | 'problem';
  /** With `problem`: what kept us from finding out. */
  readonly problem?: Problem;
}
export type ConnectResult =
  { readonly ok: true } | { readonly ok: false; readonly failures: readonly ConnectFailure[] };

export const settingsSchema = z.object({
  syncEveryHours: z.literal([...syncIntervals]),
  userId: z.string().max(30).nullable(),
});

/**
 * Every message to the background: who may send it (`page`: an extension page; `portal`: a content
 * script on the tenant's portal, only about the page its tab is on), what it carries, and what
 * comes back.
 */
export const protocol = {
  /** A portal page was opened or navigated to; the background injects what belongs on it. */
  'portal.arrived': message('portal', nothing).returns<null>(),
  /** What the store holds for the tab's configuration, at once. */
  'panel.view': message('portal', configurationPageSchema).returns<PanelView>(),
  /** The same after asking Datto for that one device. */
  'panel.refresh': message('portal', configurationPageSchema).returns<PanelView>(),
  /** Where this browser's user wants panels on the portal's pages. */
  'panel.placement': message('portal', nothing).returns<Placement>(),
  'panel.save-placement': message('portal', placementSchema).returns<null>(),
  /** Opens the options page (a content script cannot). */
  'panel.open-options': message('portal', nothing).returns<null>(),
  'status.view': message('page', nothing).returns<StatusView>(),
  'sync.start': message('page', nothing).returns<null>(),
  'options.view': message('page', nothing).returns<OptionsView>(),
  'connection.connect': message('page', connectSchema).returns<ConnectResult>(),
  'connection.disconnect': message(
    'page',
    z.object({ documented: z.enum(['keep', 'archive']) }),
  ).returns<null>(),
  'settings.save': message('page', settingsSchema.partial()).returns<null>(),
  /** The device line of the popup: the panel of the active tab's configuration page. */
  'popup.panel': message('page', nothing).returns<PanelView>(),
  ...matchingProtocol,
  ...wirelessProtocol,
} as const;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type RequestOf<Name extends MessageName> = z.infer<Protocol[Name]['request']>;
export type ResponseOf<Name extends MessageName> = Protocol[Name]['response'];

/** What travels back: the response, or why there is none. */
export type Reply<Name extends MessageName> =
  | { readonly ok: true; readonly value: ResponseOf<Name> }
  | { readonly ok: false; readonly problem: Problem };
