import { finding, verdict, type Check, type Subject } from '@/lib/model/setup-check';
import { asked, type ItGlueProbe } from '../probe';
import { failedVerdict, itGlueFindings, look, textOf } from './looks';

/** The key may read the configuration types, of which one is needed to create a configuration. */
export const configurationTypesCheck: Check<ItGlueProbe> = {
  id: 'itglue-configuration-types',
  source: 'reference',
  async run(probe) {
    const subject = 'configuration types';
    const answer = await asked(look(probe, '/configuration_types', 50));
    if ('error' in answer) return failedVerdict(subject, answer.error);
    const { length } = answer.value.rows;
    return verdict(length === 0 ? 'differs' : 'holds', finding(subject, 'rows', length));
  },
};

const roles = [
  'Administrator',
  'Manager',
  'Editor',
  'Creator',
  'Lite',
  'Read-only',
] as const satisfies readonly Subject[];

/** The key may read users and groups, and every user has one of the roles of the reference. */
export const rolesCheck: Check<ItGlueProbe> = {
  id: 'itglue-roles',
  source: 'reference',
  async run(probe) {
    const users = await asked(look(probe, '/users', 250));
    if ('error' in users) return failedVerdict('role-name', users.error);
    const met = users.value.rows.map(({ attributes }) => textOf(attributes['role-name']));
    if (met.length === 0) return verdict('unseen', finding('role-name', 'none'));
    const known = roles
      .map((role) => finding(role, 'rows', met.filter((one) => one === role).length))
      .filter(({ count }) => count !== 0);
    const groups = await asked(look(probe, '/groups', 50, { include: 'users,organizations' }));
    if ('error' in groups)
      return verdict('differs', ...known, ...itGlueFindings('groups', groups.error));
    const others = met.filter((role) => !roles.some((one) => one === role)).length;
    const seen = [...known, finding('groups', 'rows', groups.value.rows.length)];
    return others === 0
      ? verdict('holds', ...seen)
      : verdict('differs', ...seen, finding('role-name', 'other', others));
  },
};
