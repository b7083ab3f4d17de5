import * as z from 'zod/mini';
import { finding, verdict, type Check } from '@/lib/model/setup-check';
import { asked, type ItGlueProbe } from '../probe';
import { failedVerdict, itGlueFindings, look } from './looks';

/** So many configurations are looked through for what few of them have; fewer where that takes too long. */
const many = { first: 250, then: 50 };

async function lookThrough(probe: ItGlueProbe, include: string) {
  const query = { include, sort: 'id' };
  const answer = await asked(look(probe, '/configurations', many.first, query));
  if (!('error' in answer) || (answer.error.kind !== 'timeout' && answer.error.status !== 504))
    return { ...answer, size: many.first };
  return { ...(await asked(look(probe, '/configurations', many.then, query))), size: many.then };
}

const relations = z.object({
  data: z.union([z.array(z.unknown()), z.object({ id: z.unknown() })]),
});
const nonEmpty = (value: unknown): boolean => {
  const data = relations.safeParse(value).data?.data;
  return Array.isArray(data) ? data.length > 0 : data !== undefined;
};
const nested = z.object({ 'rmm-records': z.unknown() });

/** `include=rmm_records` gives what an RMM reports, related beside the interfaces or inside their relationship. */
export const rmmRecordsCheck: Check<ItGlueProbe> = {
  id: 'itglue-rmm-records',
  source: 'reference',
  async run(probe) {
    const answer = await lookThrough(probe, 'configuration_interfaces,rmm_records');
    if ('error' in answer) return failedVerdict('rmm_records', answer.error);
    const { rows, included } = answer.value;
    const beside = rows.filter(({ relationships }) => nonEmpty(relationships?.['rmm-records']));
    const within = rows.filter(({ relationships }) =>
      nonEmpty(nested.safeParse(relationships?.['configuration-interfaces']).data?.['rmm-records']),
    );
    if (beside.length > 0 || within.length > 0)
      return verdict(
        'holds',
        ...(beside.length > 0 ? [finding('rmm_records', 'present', beside.length)] : []),
        ...(within.length > 0 ? [finding('rmm_records', 'inside-interfaces', within.length)] : []),
      );
    // Records that nothing of a configuration leads to.
    return included.some(({ attributes }) => 'mac-addresses' in attributes)
      ? verdict('differs', finding('rmm_records', 'other'))
      : verdict('unseen', finding('rmm_records', 'none'));
  },
};

/**
 * The vendor's own Datto Networking integration does not run beside this one. By its name
 * `include=dnet_fa_remote_assets` is what it links to a configuration.
 */
export const vendorIntegrationCheck: Check<ItGlueProbe> = {
  id: 'itglue-vendor-integration',
  source: 'assumed',
  async run(probe) {
    const subject = 'dnet_fa_remote_assets';
    const answer = await lookThrough(probe, subject);
    if ('error' in answer) return verdict('unseen', ...itGlueFindings(subject, answer.error));
    const { rows } = answer.value;
    if (rows.length === 0) return verdict('unseen', finding('configurations', 'none'));
    const linked = rows.filter(({ relationships }) =>
      nonEmpty(relationships?.['dnet-fa-remote-assets']),
    );
    if (linked.length > 0) return verdict('differs', finding(subject, 'present', linked.length));
    // Of a list that goes on, the rest was not looked at.
    return verdict(
      rows.length < answer.size ? 'holds' : 'unseen',
      finding(subject, 'none'),
      finding('configurations', 'rows', rows.length),
    );
  },
};
