import type { Check } from '@/lib/model/setup-check';
import type { DattoProbe } from '../probe';
import { clockCheck, keyHostCheck, valuesCheck } from './account';
import { deviceListsCheck, historyCheck, routersCheck } from './devices';
import { authTypesCheck, settingsCheck } from './wireless';

/** What is assumed of the Datto Networking API, each with its check. */
export const dattoChecks: readonly Check<DattoProbe>[] = [
  keyHostCheck,
  clockCheck,
  valuesCheck,
  deviceListsCheck,
  routersCheck,
  historyCheck,
  settingsCheck,
  authTypesCheck,
];
