import { networkId as asNetworkId } from '@/lib/model/ids';
import { readDeviceAnswer, readDeviceList } from './answers';
import type { DeviceKind } from '@/lib/model/device';

export const site = asNetworkId(135587);

/** An answer as the transport gives it. */
export const from = (json: unknown) => ({ host: 'api.cloudtrax.com' as const, json });

export const list = (kind: DeviceKind, json: unknown) => readDeviceList(from(json), kind, site);

export const single = (kind: DeviceKind, id: string, json: unknown) =>
  readDeviceAnswer(from(json), kind, id, site);
