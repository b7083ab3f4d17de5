import { finding, verdict, type Check } from '@/lib/model/setup-check';
import { asked, type ItGlueProbe } from '../probe';
import { itGlueFindings } from './looks';

const oneOrganization = (probe: ItGlueProbe) =>
  asked(probe.get('/organizations', { 'page[size]': '1', 'page[number]': '1' }));

/**
 * A good key is answered; where an allow-list or the plan keeps it out, the answer's words tell. Both are
 * recognized in `accessRefusal`.
 */
export const accessCheck: Check<ItGlueProbe> = {
  id: 'itglue-access',
  source: 'assumed',
  async run(probe) {
    const answer = await oneOrganization(probe);
    if (!('error' in answer)) return verdict('holds', finding('key', 'taken'));
    const known = ['credentials', 'address-refused', 'no-api-access'].includes(answer.error.kind);
    const seen = itGlueFindings('key', answer.error);
    // An unknown refusal of a good key looks like that of a wrong one: only its words would tell.
    return verdict(known ? 'differs' : 'unseen', ...seen);
  },
};

/** A record that no account but its own may see. Ids are numbered over all accounts. */
const foreign = '/configurations/1';

/** One record out of the key's reach answers 404, or 401 with `source.pointer`; the key stays good. */
export const refusalsCheck: Check<ItGlueProbe> = {
  id: 'itglue-refusals',
  source: 'reports',
  async run(probe) {
    const subject = 'record of another account';
    const answer = await asked(probe.get(foreign));
    if (!('error' in answer)) return verdict('unseen', finding(subject, 'answered'));
    const { kind } = answer.error;
    const seen = itGlueFindings(subject, answer.error);
    if (kind === 'out-of-reach' || kind === 'not-found') return verdict('holds', ...seen);
    if (kind !== 'credentials') return verdict('unseen', ...seen);
    // Refused without a pointer: does the key itself stand?
    const key = await oneOrganization(probe);
    if ('error' in key) return verdict('unseen', ...seen, ...itGlueFindings('key', key.error));
    return verdict('differs', ...seen, finding('key', 'taken'));
  },
};

/** Answers have a `Date` header, which the browser lets the extension read. */
export const dateCheck: Check<ItGlueProbe> = {
  id: 'itglue-date',
  source: 'assumed',
  async run(probe) {
    const sent = probe.now();
    await oneOrganization(probe);
    const text = probe.date();
    if (text === null) return verdict('differs', finding('Date', 'absent'));
    const time = Date.parse(text);
    if (Number.isNaN(time)) return verdict('differs', finding('Date', 'unreadable'));
    const off = Math.round((time - (sent + probe.now()) / 2) / 1000);
    return verdict('holds', finding('Date', 'seconds', off));
  },
};
