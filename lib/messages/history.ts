import * as z from 'zod/mini';
import { periods } from '@/lib/model/history';
import type { AccessPointHistory, ClientsHistory, PowerHistory } from '@/lib/views/history';
import { configurationPageSchema } from './ids';
import { message, portal } from './message';

const ofPeriod = z.extend(configurationPageSchema, { period: z.enum(periods) });
const ofDevice = portal('configuration');

/** How the device of the tab's configuration has been; asked for when a person looks. */
export const historyProtocol = {
  'history.access-point': message(ofDevice, ofPeriod).returns<AccessPointHistory>(),
  'history.clients': message(ofDevice, ofPeriod).returns<ClientsHistory>(),
  'history.power': message(ofDevice, ofPeriod).returns<PowerHistory>(),
} as const;
