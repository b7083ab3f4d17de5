import { describe, expect, it } from 'vitest';
import type { ActivityEvent } from '@/lib/model/activity';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { ConfigurationRule } from '@/lib/model/match';
import type { Problem } from '@/lib/model/problem';
import { activityText, asItIs, eventText, whoText } from './activity';

const network = {
  networkId: networkId(1),
  name: 'Acme Main',
  organizationId: organizationId(2),
  organizationName: 'Acme Inc.',
};
const device = {
  deviceKey: deviceKey('switch', '18'),
  name: 'SW-01',
  configurationId: configurationId(100),
  configurationName: 'Core switch',
};
const configuration = {
  organizationId: organizationId(2),
  configurationId: configurationId(3),
  name: 'Core switch',
};
const written = { name: 'Main - Guest', organizationName: 'Acme Inc.' };

/** One of each kind, so that a new kind does not compile without its words. */
const lines: {
  readonly [Kind in ActivityEvent['kind']]: readonly [
    event: Extract<ActivityEvent, { kind: Kind }> | (ActivityEvent & { kind: Kind }),
    what: string,
    why: string | null,
  ];
} = {
  'sync-finished': [
    { kind: 'sync-finished', networks: 1, devices: 154 },
    'Sync finished: 1 network, 154 devices',
    null,
  ],
  'sync-failed': [
    { kind: 'sync-failed', reason: 'rate-limited' },
    'Sync failed',
    'too many requests',
  ],
  connected: [{ kind: 'connected' }, 'Connected to Datto and IT Glue', null],
  'passphrase-set': [{ kind: 'passphrase-set' }, 'Passphrase set', null],
  'passphrase-changed': [{ kind: 'passphrase-changed' }, 'Passphrase changed', null],
  'passphrase-removed': [{ kind: 'passphrase-removed' }, 'Passphrase removed', null],
  'keys-locked': [
    { kind: 'keys-locked', reason: 'without-use' },
    'Keys locked',
    'nobody used them for the time that is chosen',
  ],
  'keys-unlocked': [{ kind: 'keys-unlocked' }, 'Keys unlocked', null],
  'keys-forgotten': [{ kind: 'keys-forgotten' }, 'Keys wiped, to be entered again', null],
  'policy-changed': [
    { kind: 'policy-changed', set: ['region', 'routerType'], withdrawn: ['autoCreate'] },
    'Policy of the organization changed: IT Glue region and Types: Router. No longer set: Auto-Create',
    null,
  ],
  'schedule-changed': [
    { kind: 'schedule-changed', everyHours: 6 },
    'Automatic sync: Every 6 hours',
    null,
  ],
  'type-chosen': [
    { kind: 'type-chosen', device: 'switch', typeId: '7', typeName: 'Core' },
    'Configuration type for Switch: Core',
    null,
  ],
  'user-chosen': [{ kind: 'user-chosen', name: 'Ada' }, 'This browser is used by Ada', null],
  'network-matched': [
    { kind: 'network-matched', ...network, rule: 'name' },
    'Network Acme Main matched to organization Acme Inc.',
    'same name',
  ],
  'network-unmatched': [
    { kind: 'network-unmatched', ...network, rule: 'by-hand' },
    'Network Acme Main unmatched from organization Acme Inc.',
    'it had been matched: by hand',
  ],
  'network-ignored': [
    { kind: 'network-ignored', networkId: networkId(1), name: 'Lab' },
    'Network Lab ignored',
    null,
  ],
  'network-unignored': [
    { kind: 'network-unignored', networkId: networkId(1), name: 'Lab' },
    'Network Lab no longer ignored',
    null,
  ],
  'network-match-ended': [
    { kind: 'network-match-ended', ...network, rule: 'name', reason: 'organization-gone' },
    'Match of network Acme Main to organization Acme Inc. ended',
    'IT Glue no longer has the organization (it had been matched: same name)',
  ],
  'device-matched': [
    { kind: 'device-matched', ...device, rule: 'mac-and-ip' },
    'Device SW-01 matched to configuration Core switch',
    'same MAC and IP',
  ],
  'device-unmatched': [
    { kind: 'device-unmatched', ...device, rule: 'created' },
    'Device SW-01 unmatched from configuration Core switch',
    'it had been matched: created for it',
  ],
  'device-ignored': [{ kind: 'device-ignored', ...device }, 'Device SW-01 ignored', null],
  'device-unignored': [
    { kind: 'device-unignored', ...device },
    'Device SW-01 no longer ignored',
    null,
  ],
  'device-suggestion-rejected': [
    { kind: 'device-suggestion-rejected', ...device },
    'Suggestion of configuration Core switch for device SW-01 turned down',
    null,
  ],
  'sharing-legitimate': [
    {
      kind: 'sharing-legitimate',
      configurationIds: [configurationId(3), configurationId(4)],
      names: ['Core switch', 'SW-01'],
      organizationIds: [organizationId(2)],
    },
    'Same MAC on Core switch and SW-01: legitimate',
    null,
  ],
  'sharing-not-legitimate': [
    {
      kind: 'sharing-not-legitimate',
      configurationIds: [configurationId(3), configurationId(4)],
      names: ['Core switch', 'SW-01'],
      organizationIds: [organizationId(2)],
    },
    'Same MAC on Core switch and SW-01: no longer legitimate',
    null,
  ],
  'configuration-ignored': [
    { kind: 'configuration-ignored', ...configuration },
    'Configuration Core switch ignored',
    null,
  ],
  'configuration-unignored': [
    { kind: 'configuration-unignored', ...configuration },
    'Configuration Core switch no longer ignored',
    null,
  ],
  'device-match-ended': [
    { kind: 'device-match-ended', ...device, rule: 'mac', reason: 'device-gone' },
    'Match of device SW-01 to configuration Core switch ended',
    'Datto no longer has the device (it had been matched: same MAC)',
  ],
  'auto-create-switched': [
    { kind: 'auto-create-switched', on: false },
    'Auto-Create switched off',
    null,
  ],
  'device-match-kept': [
    { kind: 'device-match-kept', ...device, rule: 'by-hand', reason: 'same-mac-new-id' },
    'Device SW-01 still matched to configuration Core switch',
    'same MAC, new id (it had been matched: by hand)',
  ],
  created: [
    { kind: 'created', resource: 'record', ...written },
    'Record Main - Guest created in Acme Inc.',
    null,
  ],
  updated: [
    { kind: 'updated', resource: 'record', ...written, fields: ['Location', 'SSID Name'] },
    'Record Main - Guest updated (Location and SSID Name) in Acme Inc.',
    null,
  ],
  archived: [
    { kind: 'archived', resource: 'password', ...written },
    'Password Main - Guest archived in Acme Inc.',
    null,
  ],
  unarchived: [
    { kind: 'unarchived', resource: 'password', ...written },
    'Password Main - Guest unarchived in Acme Inc.',
    null,
  ],
  deleted: [
    { kind: 'deleted', resource: 'manufacturer', name: 'Datto' },
    'Manufacturer Datto deleted',
    null,
  ],
  related: [
    { kind: 'related', resource: 'relation', name: 'A to B' },
    'Relation A to B added',
    null,
  ],
  unrelated: [
    { kind: 'unrelated', resource: 'relation', name: 'A to B' },
    'Relation A to B removed',
    null,
  ],
  'deletion-noticed': [
    { kind: 'deletion-noticed', resource: 'configuration', name: 'Core switch' },
    'Configuration Core switch found deleted in IT Glue',
    null,
  ],
  refused: [
    {
      kind: 'refused',
      resource: 'organization',
      name: 'Acme',
      problem: { kind: 'refused', side: 'itglue', detail: 'name has been taken' },
    },
    'Organization Acme not written',
    'name has been taken',
  ],
};

describe('eventText', () => {
  it('words a refusal without words of a server by its kind, and one of an earlier version', () => {
    const refused = { kind: 'refused', resource: 'password', name: 'Office' } as const;
    const problem = { kind: 'out-of-reach', side: 'itglue' } as const;
    expect(eventText({ ...refused, problem }).why).toBe("out of the key's reach");
    expect(eventText({ ...refused, reason: 'name has been taken' }).why).toBe(
      'name has been taken',
    );
  });

  it.each(Object.values(lines))('says %o as "%s"', (event, what, why) => {
    expect(eventText(event)).toEqual({ what, why });
  });

  it('says every rule in words', () => {
    const rules = {
      'mac-and-ip': 'same MAC and IP',
      mac: 'same MAC',
      'rmm-mac': 'same MAC (RMM)',
      name: 'same name',
      'by-hand': 'by hand',
      created: 'created for it',
    } satisfies Record<ConfigurationRule, string>;
    for (const [rule, words] of Object.entries(rules))
      expect(eventText({ kind: 'device-matched', ...device, rule }).why).toBe(words);
  });

  it('says every kind of problem in words', () => {
    const problems = {
      offline: 'no connection',
      timeout: 'no answer in time',
      'rate-limited': 'too many requests',
      server: 'the server had a problem',
      credentials: 'the keys were not accepted',
      locked: 'the keys are locked',
      'out-of-reach': "out of the key's reach",
      'address-refused': "this computer's IP address is not allowed",
      'no-api-access': 'the plan has no API access',
      'not-permitted': 'not allowed with these keys',
      'not-found': 'no longer there',
      refused: 'the server refused it',
      storage: 'the browser could not store it just now',
      'storage-full': 'the browser has no room left for data',
      managed: 'set by the organization',
      'too-fast': 'the page asked for more than a person does',
      internal: 'something went wrong inside the extension',
    } satisfies Record<Problem['kind'], string>;
    for (const [reason, words] of Object.entries(problems))
      expect(eventText({ kind: 'sync-failed', reason }).why).toBe(words);
  });

  it('says that a match was decided on its page in IT Glue', () => {
    const match = {
      kind: 'device-matched',
      deviceKey: deviceKey('switch', '1'),
      name: 'SW-01',
      rule: 'by-hand',
    } as const;
    expect(eventText({ ...match, reason: 'panel' }).why).toBe('by hand, on its page in IT Glue');
    expect(eventText(match).why).toBe('by hand');
  });

  it('says why there was one more of what was written', () => {
    const why = (reason: string) =>
      eventText({ kind: 'archived', resource: 'configuration', name: 'AP', reason }).why;
    expect(why('sent-twice')).toBe('the browser had sent it twice');
    expect(why('sent-twice-left')).toContain('delete the unmatched one in IT Glue');
  });

  it('leaves a server’s own words as they are, and shows no key that it does not know as one', () => {
    const why = (reason: string) => eventText({ kind: 'sync-failed', reason }).why;
    expect(why('Name can’t be blank')).toBe('Name can’t be blank');
    expect(why('toString')).toBe('toString');
    expect(why('key-of-a-later-version')).toBe('key of a later version');
    expect(why('')).toBeNull();
  });

  it('does with the id where a name was not kept', () => {
    const { networkId: id, name, organizationId: to } = network;
    const event = { kind: 'network-matched', networkId: id, name, organizationId: to } as const;
    expect(eventText(event).what).toBe('Network Acme Main matched to organization 2');
  });
});

/** The event with another text in the place of each name, field and word of a server. */
function named(event: ActivityEvent, text: string): ActivityEvent {
  const texts = /^(?:name|typeName|organizationName|configurationName)$/;
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => {
      if (Array.isArray(value) && /^(?:names|fields)$/.test(key))
        return [key, value.map(() => text)];
      if (key === 'problem') return [key, { kind: 'refused', side: 'itglue', detail: text }];
      return [key, typeof value === 'string' && texts.test(key) ? text : value];
    }),
  ) as ActivityEvent;
}

describe('text from outside in a line', () => {
  const reversed = 'Acme \u202Eevil';
  const events = Object.values(lines).map(([event]) => event);

  it.each(events)('keeps its direction to itself and is cut where it is long: %o', (event) => {
    const text = Object.values(eventText(named(event, reversed))).join(' ');
    expect(text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toContain('\u202E');
    const long = eventText(named(event, 'x'.repeat(100_000)));
    expect(long.what.length).toBeLessThan(900);
    expect(long.why?.length ?? 0).toBeLessThan(700);
  });

  it('is whole and bare for a program and a filter', () => {
    const text = `${'x'.repeat(1000)} ${reversed}`;
    const event = named(lines['user-chosen'][0], text);
    expect(eventText(event, asItIs).what).toContain(text);
    const line = { at: '2026-03-05T10:00:00Z', who: `${text}2`, event };
    expect(activityText(line)).toContain(`${text}2`);
    expect(whoText(line)).toHaveLength(80);
  });

  it('is also that of a reason which an earlier version kept as words', () => {
    const why = eventText({ kind: 'sync-failed', reason: reversed }).why;
    expect(why).toBe(`\u2068${reversed}\u2069`);
  });
});

it('says who did it, also that the extension did it by itself', () => {
  expect(whoText({ who: 'sync' })).toBe('Sync');
  expect(whoText({ who: 'Ada' })).toBe('Ada');
});

it('gives a filter all the words that a line shows', () => {
  const event = { kind: 'device-matched', ...device, rule: 'mac' } as const;
  const text = activityText({ at: '2026-03-05T10:00:00Z', who: 'Ada', event });
  for (const word of ['Ada', 'SW-01', 'Core switch', 'same MAC']) expect(text).toContain(word);
});
