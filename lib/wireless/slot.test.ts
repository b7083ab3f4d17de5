import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkId } from '@/lib/model/ids';
import { identityIn, markerLine } from './slot';

describe('the line in a password’s notes', () => {
  it('names network and SSID', () => {
    expect(markerLine({ networkId: networkId('135587'), number: 2 })).toBe(
      'Datto Networking: network 135587, SSID 2',
    );
  });

  it('is read back whatever people wrote around it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), fc.string(), (id, number, text) => {
        const identity = { networkId: networkId(id), number };
        expect(identityIn(`${text}\r\n ${markerLine(identity)} \n${text}`)).toEqual(identity);
      }),
    );
  });

  it.each([
    null,
    '',
    'Datto Networking',
    'See: Datto Networking: network 1, SSID 2',
    'Datto Networking: network 1, SSID 5',
  ])('is not read into %j', (notes) => expect(identityIn(notes)).toBeNull());
});
