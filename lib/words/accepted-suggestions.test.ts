import { expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { eventText } from './activity';

const device = {
  kind: 'device-matched',
  deviceKey: deviceKey('switch', '1'),
  name: 'SW-01',
  rule: 'by-hand',
} as const;

it('says that a suggestion was accepted, and why it had been made', () => {
  expect(eventText({ ...device, suggested: 'replaces' }).why).toBe(
    'accepted suggestion: replaced device',
  );
  expect(eventText({ ...device, suggested: 'mac', reason: 'panel' }).why).toBe(
    'accepted suggestion: same MAC, on its page in IT Glue',
  );
  expect(
    eventText({
      kind: 'network-matched',
      networkId: networkId(1),
      name: 'Acme Main',
      rule: 'by-hand',
      suggested: { kind: 'legal-form', form: 'Inc.' },
    }).why,
  ).toBe("accepted suggestion: same name without 'Inc.'");
  expect(eventText(device).why).toBe('by hand');
});
