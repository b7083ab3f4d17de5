import { describe, expect, it } from 'vitest';
import type { Mac } from '@/lib/model/mac';
import { macClaims } from './mac-claims';
import { configuration, device } from './samples.fixture';

const mac = 'AC8674000001' as Mac;
const own = configuration('1', { macs: [mac] });
const lobby = device('5', { mac, name: 'Lobby' });
const pair = { configurationId: own.id, deviceKey: lobby.key };

describe('who else has the MAC of a device and its configuration', () => {
  it('is nobody where they have it alone', () => {
    const others = [configuration('2', { macs: ['AC8674000002'] })];
    expect(macClaims([own, ...others], [lobby])(mac, pair)).toBeNull();
    expect(macClaims([own], [lobby])(null, pair)).toBeNull();
  });

  it('is another configuration in use', () => {
    const other = configuration('2', { macs: [mac], name: 'Core switch' });
    expect(macClaims([own, other], [lobby])(mac, pair)).toBe('Core switch');
    expect(macClaims([own, { ...other, archived: true }], [lobby])(mac, pair)).toBeNull();
  });

  it('is another device', () => {
    const attic = device('6', { mac, name: 'Attic' });
    expect(macClaims([own], [lobby, attic])(mac, pair)).toBe('Attic');
  });
});
