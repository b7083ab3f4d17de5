import { z } from 'zod';
import { deviceKinds, type DeviceKey } from '@/lib/model/device';
import {
  configurationId,
  flexibleAssetId,
  flexibleAssetTypeId,
  networkId,
  organizationId,
} from '@/lib/model/ids';

const id = z.string().regex(/^\d{1,30}$/);

/** The ids that messages carry. */
export const networkIdSchema = id.transform(networkId);
export const organizationIdSchema = id.transform(organizationId);
export const configurationIdSchema = id.transform(configurationId);
export const deviceKeySchema = z
  .string()
  .regex(new RegExp(`^(?:${deviceKinds.join('|')}):[\\w-]{1,40}$`))
  .transform((text) => text as DeviceKey);

/** The pages that messages are about. */
export const organizationPageSchema = z.object({ organizationId: organizationIdSchema });
export const configurationPageSchema = organizationPageSchema.extend({
  configurationId: configurationIdSchema,
});
export const recordPageSchema = organizationPageSchema.extend({
  typeId: id.transform(flexibleAssetTypeId),
  recordId: id.transform(flexibleAssetId),
});
