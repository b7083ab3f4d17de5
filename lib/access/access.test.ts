import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkId, organizationId, userId } from '@/lib/model/ids';
import type { NetworkMatch } from '@/lib/model/match';
import type { User } from '@/lib/model/user';
import { viewerOf } from './access';

const [north, harbor, mueller] = ['1', '2', '3'].map(organizationId);
const organizations = [{ id: north! }, { id: harbor! }, { id: mueller! }];
const user = (roleName: string, ...organizationIds: string[]): User => ({
  id: userId(7),
  name: 'Ada',
  email: 'ada@example.com',
  roleName,
  organizationIds: organizationIds.map(organizationId),
});
const viewer = (who: User) => viewerOf(who.id, [who], organizations);
const matchedTo = (id: string): NetworkMatch => ({
  networkId: networkId(1),
  at: '',
  state: 'matched',
  organizationId: organizationId(id),
  rule: 'name',
});
const ignored: NetworkMatch = { networkId: networkId(1), at: '', state: 'ignored' };

describe('who sees what', () => {
  it('shows an Administrator everything, organizations of no sync included', () => {
    const ada = viewer(user('Administrator'));
    expect(ada).toMatchObject({ access: 'all', name: 'Ada' });
    expect(ada.mayOrganization(organizationId(99))).toBe(true);
    expect([null, undefined, ignored, matchedTo('2')].map(ada.mayNetwork)).toEqual(
      Array(4).fill(true),
    );
  });

  it('shows a Manager exactly the organizations of their groups, and no network without one', () => {
    const max = viewer(user('Manager', '1', '3'));
    expect(max.access).toBe('own');
    expect(organizations.filter(({ id }) => max.mayOrganization(id))).toEqual([
      { id: north },
      { id: mueller },
    ]);
    expect([null, ignored, matchedTo('2')].map(max.mayNetwork)).toEqual([false, false, false]);
    expect(max.mayNetwork(matchedTo('3'))).toBe(true);
    expect([north!, harbor!].map(max.mayDevices)).toEqual([true, false]);
  });

  it('shows a Manager whose groups cover every organization the networks without one, too', () => {
    const mona = viewer(user('Manager', '1', '2', '3'));
    expect(mona.mayNetwork(null)).toBe(true);
    expect(mona.mayNetwork(ignored)).toBe(true);
  });

  it('takes no organizations at all for no cover', () => {
    const max = user('Manager');
    expect(viewerOf(max.id, [max], []).mayNetwork(null)).toBe(false);
  });

  it('shows other roles, unknown ones included, nothing to match', () => {
    for (const role of ['Editor', 'Creator', 'Lite', 'Read-only', 'Superuser', '']) {
      const other = viewer(user(role, '1', '2', '3'));
      expect(other.access).toBe('panels');
      expect(other.mayOrganization(north!)).toBe(false);
      expect(other.mayDevices(north!)).toBe(true);
      expect(other.mayNetwork(null)).toBe(false);
    }
  });

  it('reads a role in any case', () => {
    expect(viewer(user('ADMINISTRATOR')).access).toBe('all');
    expect(viewer(user('manager ')).access).toBe('own');
  });

  it('has no user before one is chosen, and after the chosen one is gone', () => {
    for (const who of [null, userId(8)]) {
      const unknown = viewerOf(who, [user('Administrator')], organizations);
      expect(unknown).toMatchObject({ access: 'no-user', userId: null, name: '' });
      expect(unknown.mayOrganization(north!)).toBe(false);
      expect(unknown.mayNetwork(null)).toBe(false);
    }
  });

  it('lets a network be seen exactly by who sees its organization', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Administrator', 'Manager', 'Editor'),
        fc.subarray(['1', '2', '3', '4']),
        fc.constantFrom('1', '2', '3', '4'),
        (role, own, id) => {
          const someone = viewer(user(role, ...own));
          expect(someone.mayNetwork(matchedTo(id))).toBe(
            someone.mayOrganization(organizationId(id)),
          );
        },
      ),
    );
  });
});
