import { describe, expect, it } from 'vitest';
import { typeFor } from './configuration-type';

const types = (...names: string[]) => names.map((name, at) => ({ id: String(at + 1), name }));

describe('typeFor', () => {
  it('takes the type that names the kind best, whatever the order and the case', () => {
    expect(typeFor('switch', types('Network Device', ' switch ', 'MANAGED NETWORK SWITCH'))).toBe(
      '3',
    );
    expect(typeFor('router', types('Firewall', 'Router'))).toBe('2');
  });

  it('takes what all network devices have where nothing fits better', () => {
    const tenant = types('Server', 'Network Device');
    for (const kind of ['access-point', 'switch', 'managed-power', 'router'] as const)
      expect(typeFor(kind, tenant)).toBe('2');
  });

  it('takes none rather than one of another kind', () => {
    expect(typeFor('access-point', types('Server', 'Switch', 'Wireless Mouse'))).toBeNull();
  });
});
