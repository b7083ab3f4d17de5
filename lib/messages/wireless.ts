import * as z from 'zod/mini';
import type { AutoCreateView, RecordView, WirelessPreview } from '@/lib/views/wireless';
import { recordPageSchema } from './ids';
import { message, portal } from './message';

/**
 * Wireless auto-documentation. Previewing and saving are for Administrators and for Managers of every
 * organization that is documented; others are not permitted.
 */
export const wirelessProtocol = {
  /** Reads both APIs and writes nothing; may take a minute in a large tenant. */
  'auto-create.preview': message('page', z.object({ on: z.boolean() })).returns<WirelessPreview>(),
  /** Saves the setting and starts carrying it out; progress is in `auto-create.view`. */
  'auto-create.save': message('page', z.object({ on: z.boolean() })).returns<null>(),
  'auto-create.view': message('page').returns<AutoCreateView>(),
  /** What the note on the tab's record says. */
  'record.view': message(portal('record'), recordPageSchema).returns<RecordView>(),
} as const;
