import type { OptionsView } from '@/lib/views/options';
import * as z from 'zod/mini';
import { bulkProtocol } from './bulk';
import { activityProtocol } from './activity';
import { matchingProtocol } from './matching';
import { historyProtocol } from './history';
import { configurationPageSchema, macSchema } from './ids';
import { message, portal, type Row } from './message';
import type { NotAllShared } from '@/lib/views/team';
import { networkProtocol } from './network';
import { teamProtocol } from './team';
import { setupCheckProtocol } from './setup-check';
import { chosenPassphrase, vaultProtocol } from './vault';
import { welcomeProtocol } from './welcome';
import { wirelessProtocol } from './wireless';
import { corners, type Placement } from '@/lib/model/placement';
import type { ConnectFailure, ConnectField } from '@/lib/model/connect';
import { userId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';
import { optionsSections } from '@/lib/model/options-section';
import { panelParts } from '@/lib/model/panel-part';
import type { Problem } from '@/lib/model/problem';
import { lockDelays, regions, syncIntervals } from '@/lib/model/settings';
import type { PanelView } from '@/lib/views/panel';
import type { StatusView } from '@/lib/views/status';

const placementSchema = z.object({
  docked: z.boolean(),
  corner: z.enum(corners),
  collapsed: z.boolean(),
});

/** What the Connection form holds. A secret left out keeps its saved value. */
const connectSchema = z.object({
  dattoPublicKey: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  dattoSecretKey: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  itGlueApiKey: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(400))),
  region: z.enum(regions),
  subdomain: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  /** Protects them from then on, where the company requires one and none is set. */
  passphrase: z.optional(chosenPassphrase),
} satisfies Readonly<Record<ConnectField | 'passphrase', z.ZodMiniType>>);
export type ConnectRequest = z.infer<typeof connectSchema>;
export type ConnectResult =
  { readonly ok: true } | { readonly ok: false; readonly failures: readonly ConnectFailure[] };

/** One side's keys, to be tried. */
const checkSchema = z.extend(z.omit(connectSchema, { passphrase: true }), {
  side: z.enum(['datto', 'itglue']),
});

const settingsSchema = z.object({
  syncEveryHours: z.literal([...syncIntervals]),
  lockAfterMinutes: z.literal([...lockDelays]),
  userId: z.nullable(
    z.pipe(
      z.string().check(z.maxLength(30)),
      z.transform((id) => userId(id)),
    ),
  ),
});

/** Every message to the background: who may send it, what it carries, and what comes back. */
const protocol = {
  /** A portal page was opened or navigated to; the background injects what belongs on it. */
  'portal.arrived': message(portal('any')).returns<null>(),
  /** What the store holds for the tab's configuration, at once. */
  'panel.view': message(portal('configuration'), configurationPageSchema).returns<PanelView>(),
  /** The same after asking Datto for that one device. */
  'panel.refresh': message(portal('configuration'), configurationPageSchema).returns<PanelView>(),
  /** The same, for a page that asks by itself: what was read a moment ago, as for another tab, is not asked for again. */
  'panel.again': message(portal('configuration'), configurationPageSchema).returns<PanelView>(),
  /** Injects the code of a part of the panel. */
  'panel.load-part': message(portal('any'), z.object({ part: z.enum(panelParts) })).returns<null>(),
  /** Who makes what has these MACs, by the public list of makers; those it does not have are left out. */
  'panel.makers': message(
    portal('configuration'),
    z.extend(configurationPageSchema, { macs: z.array(macSchema).check(z.maxLength(100)) }),
  ).returns<readonly (readonly [Mac, string])[]>(),
  /** Where this browser's user wants panels on the portal's pages. */
  'panel.placement': message(portal('any')).returns<Placement>(),
  'panel.save-placement': message(portal('any'), placementSchema).returns<null>(),
  /** The page removed its panel so often that it is left away. */
  'panel.given-up': message(portal('any')).returns<null>(),
  /** Opens the options page at a section (a content script cannot). */
  'panel.open-options': message(
    portal('any'),
    z.object({ section: z.enum(optionsSections) }),
  ).returns<null>(),
  'status.view': message('page').returns<StatusView>(),
  'sync.start': message('page').returns<null>(),
  'options.view': message('page').returns<OptionsView>(),
  'connection.connect': message('page', connectSchema).returns<ConnectResult>(),
  /** Tries what is typed of one side, and saves nothing. */
  'connection.check': message('page', checkSchema).returns<readonly ConnectFailure[]>(),
  'connection.disconnect': message(
    'page',
    z.object({ documented: z.enum(['keep', 'archive']), anyway: z.optional(z.boolean()) }),
  ).returns<NotAllShared>(),
  /** `unlockCode` where the company's policy asks for one before `userId` is chosen by hand. */
  'settings.save': message(
    'page',
    z.extend(z.partial(settingsSchema), {
      unlockCode: z.optional(z.string().check(z.maxLength(200))),
    }),
  ).returns<null>(),
  /** The device line of the popup: the panel of the active tab's configuration page. */
  'popup.panel': message('page').returns<PanelView>(),
  /** Whether the page of the active tab keeps removing its panel. */
  'popup.given-up': message('page').returns<boolean>(),
  ...bulkProtocol,
  ...matchingProtocol,
  ...activityProtocol,
  ...wirelessProtocol,
  ...teamProtocol,
  ...setupCheckProtocol,
  ...networkProtocol,
  ...vaultProtocol,
  ...historyProtocol,
  ...welcomeProtocol,
} as const;

type Protocol = typeof protocol;
export type MessageName = keyof Protocol;

/** Every message's name. */
export const messageNames = Object.keys(protocol).filter(
  (name): name is MessageName => name in protocol,
);

type Accepted<Name extends MessageName> = NonNullable<ReturnType<Protocol[Name]['accept']>>;
type Requests = { [Name in MessageName]: Accepted<Name>['request'] };
type Tabs = { [Name in MessageName]: Accepted<Name>['tab'] };
type Responses = { [Name in MessageName]: Exclude<Protocol[Name]['response'], undefined> };
/** What a message carries. */
export type RequestOf<Name extends MessageName> = Requests[Name];
/** The tab it comes from; `null` for one from an extension page. */
export type TabOf<Name extends MessageName> = Tabs[Name];
export type ResponseOf<Name extends MessageName> = Responses[Name];
/** What a message is sent with: nothing where it carries nothing. */
export type Asking<Name extends MessageName> =
  undefined extends RequestOf<Name> ? [request?: RequestOf<Name>] : [request: RequestOf<Name>];

/** The protocol's rows, each with its own request and response, for code that takes any of them. */
export const rows: {
  readonly [Name in MessageName]: Row<Requests[Name], Tabs[Name], Responses[Name]>;
} = protocol;

/** What travels back: the response, or why there is none. */
export type Reply<Name extends MessageName> =
  | { readonly ok: true; readonly value: ResponseOf<Name> }
  | { readonly ok: false; readonly problem: Problem };
