import * as z from 'zod/mini';
import { deviceKinds, type DeviceKey } from '@/lib/model/device';
import {
  configurationId,
  flexibleAssetId,
  flexibleAssetTypeId,
  networkId,
  organizationId,
} from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';

const id = z.string().check(z.regex(/^\d{1,30}$/));

/** The ids that messages carry. */
export const networkIdSchema = z.pipe(
  id,
  z.transform((id) => networkId(id)),
);
export const organizationIdSchema = z.pipe(
  id,
  z.transform((id) => organizationId(id)),
);
export const configurationIdSchema = z.pipe(
  id,
  z.transform((id) => configurationId(id)),
);
export const deviceKeySchema = z.pipe(
  z.string().check(z.regex(new RegExp(`^(?:${deviceKinds.join('|')}):[\\w-]{1,40}$`))),
  z.transform((text) => text as DeviceKey),
);

/** A MAC as the model has it. */
export const macSchema = z.pipe(
  z.string().check(z.regex(/^[0-9a-f]{12}$/)),
  z.transform((text) => text as Mac),
);

/** The pages that messages are about. */
export const organizationPageSchema = z.object({ organizationId: organizationIdSchema });
export const configurationPageSchema = z.extend(organizationPageSchema, {
  configurationId: configurationIdSchema,
});
export const recordPageSchema = z.extend(organizationPageSchema, {
  typeId: z.pipe(
    id,
    z.transform((id) => flexibleAssetTypeId(id)),
  ),
  recordId: z.pipe(
    id,
    z.transform((id) => flexibleAssetId(id)),
  ),
});
