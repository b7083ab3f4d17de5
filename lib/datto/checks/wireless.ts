import * as z from 'zod/mini';
import { finding, verdict, type Check, type Subject } from '@/lib/model/setup-check';
import { keyed } from '@/lib/wire/shapes';
import { asked, type DattoProbe } from '../probe';
import { dattoFindings, sampleNetworks } from './looks';

const settings = z.object({ ssids: z.nullish(keyed) });

/** The key may read the settings of networks, with their SSIDs keyed by number. */
export const settingsCheck: Check<DattoProbe> = {
  id: 'datto-settings',
  source: 'reference',
  async run(probe) {
    const networks = await sampleNetworks(probe);
    if (networks.length === 0) return verdict('unseen', finding('networks', 'none'));
    let answered = 0;
    for (const network of networks) {
      const answer = await asked(probe.get(`/network/${network}/settings`));
      if ('error' in answer) return verdict('differs', ...dattoFindings('settings', answer.error));
      if (!settings.safeParse(answer.value).success)
        return verdict('differs', finding('settings', 'other'));
      answered += 1;
    }
    return verdict('holds', finding('settings', 'answered', answered));
  },
};

/** Those of `api/network_settings.md` of `cloudtrax/docs`; the two of WPA3 from the vendor's article. */
const authTypes = [
  'open',
  'wpa-2only-psk',
  'wpa-mixed-psk',
  'sae',
  'sae-mixed',
  'wpa-2only-e',
  'wpa-mixed-e',
] as const satisfies readonly Subject[];

const ssid = z.object({
  general: z.object({ wifi_auth_type: z.string(), wifi_name: z.string().check(z.minLength(1)) }),
});

/** No SSID has another authentication type than these; of another, it is not known whether it has a key. */
export const authTypesCheck: Check<DattoProbe> = {
  id: 'datto-auth-types',
  source: 'reports',
  async run(probe) {
    const met: string[] = [];
    for (const network of await sampleNetworks(probe)) {
      const answer = await asked(probe.get(`/network/${network}/settings`));
      if ('error' in answer) continue;
      for (const one of Object.values(settings.safeParse(answer.value).data?.ssids ?? {})) {
        const read = ssid.safeParse(one).data;
        if (read) met.push(read.general.wifi_auth_type);
      }
    }
    if (met.length === 0) return verdict('unseen', finding('wifi_auth_type', 'none'));
    const known = authTypes
      .map((type) => finding(type, 'rows', met.filter((one) => one === type).length))
      .filter(({ count }) => count !== 0);
    const others = met.filter((type) => !authTypes.some((one) => one === type)).length;
    return others === 0
      ? verdict('holds', ...known)
      : verdict('differs', ...known, finding('wifi_auth_type', 'other', others));
  },
};
