import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow, read, section } from './files';

/** Each feature of the README with the end-to-end tests, or steps of one, that show it: spec file, titles. */
const shownBy: Readonly<Record<string, readonly (readonly [spec: string, ...titles: string[]])[]>> =
  {
    Sync: [
      ['scale', 'nothing is missing'],
      [
        'sync',
        'a worker stopped in the middle of a sync goes on, and ends with the same store as an undisturbed one',
        'a network that cannot be read keeps its data and is named; rows that vanish are ended',
      ],
    ],
    'Matching by itself where a rule is certain': [
      ['matching-networks', 'the tabs count what the first sync matched by name'],
      ['matching-devices', 'each match shows the rule that made it'],
      ['scale', 'hundreds of configurations with one MAC match nothing, and their page says so'],
    ],
    'Suggestions with a reason': [
      ['matching-networks', 'a suggestion is accepted, and Undo takes it back'],
      ['matching-panel', 'what fits is offered with its reason; a click by a script does nothing'],
    ],
    'The matching page': [
      [
        'matching-networks',
        'networks: every action of the page, with its counts, its refusals and Undo',
      ],
      [
        'matching-findings',
        'findings: the same MAC on several configurations, and a copy that a PSA brought in',
      ],
      [
        'matching-devices',
        'devices: every action of Match Devices, and what was decided by hand survives a sync',
        'the page holds a window of the rows, and finds any of them',
      ],
      [
        'matching-keyboard',
        'the keyboard walks the page, and the address leads back to the same place',
      ],
      [
        'creation',
        'bulk creation makes 197 of 200, none twice, with three rows refused and the worker stopped in between',
        'a POST whose answer is lost leaves one record: worker stopped, 500 after effect',
        'an organization is made once, whatever happens to the request',
      ],
    ],
    'The device panel': [
      [
        'panel',
        'the panel shows every field of each of the four kinds of device',
        'the panel asks Datto for the device as the page loads, and updates in place',
      ],
      [
        'matching-panel',
        'on an unmatched configuration a technician accepts, searches, ignores, and sees the device at once',
        'the list of configurations counts the unmatched devices and leads to them',
      ],
    ],
    'Connected to': [
      [
        'connected',
        'a page of any configuration names switch and port, or access point and SSID, and follows what is moved',
      ],
    ],
    'Port map': [
      [
        'ports',
        "a switch's page shows its front of any size, by keyboard too, and follows a printer to another port",
      ],
    ],
    History: [
      [
        'history',
        'an access point’s history finds an outage and names its clients, a strip’s has its outlets’ watts, by one request each',
      ],
    ],
    'Status in the list': [
      ['sheet', 'the list of configurations says how each device is, without moving its table'],
    ],
    'Network sheet': [
      [
        'sheet',
        'the organization’s home page leads to its network sheet, which is printed and saved as CSV',
      ],
    ],
    'Auto-Create': [
      [
        'wireless',
        'switched on, every SSID with a pre-shared key of a matched organization is documented, and none else',
        'what changes at Datto is documented by the next sync, with the writes it needs and no other',
        'switched off, everything is archived, what people made too; on again, the same rows are back',
      ],
      [
        'record-note',
        "a record's page says that it is managed, since when, and where to change it",
      ],
    ],
    'Who sits here': [
      [
        'welcome',
        'a newcomer comes from the installation to a panel with three clicks and four pastes at most',
        'the options know who sits here, and why',
      ],
    ],
    'Who sees what': [
      [
        'access',
        'a Manager sees exactly the organizations of their groups',
        'other roles see device panels but no matching, and nobody sees the way to Options',
      ],
    ],
    'One state for the team': [
      [
        'team',
        'two browsers of one company see one state, kept in IT Glue',
        'what one decides, the other has without a sync',
      ],
    ],
    'Set up by policy': [
      [
        'policy',
        'a company sets keys, schedule and passphrase by its policy: no key is asked for, none is used before the passphrase, and a change counts while the browser runs',
      ],
    ],
    Activity: [
      [
        'activity',
        'Activity lists what happened, is filtered, and exports cells that no spreadsheet runs',
      ],
    ],
    Popup: [
      ['scale', 'the counts of the popup add up'],
      ['smoke', 'the badge counts what is unmatched'],
    ],
    'Faults are said, not hidden': [
      [
        'sync',
        'each wrong field is named, and nothing of it is stored as good',
        'keys that stop working stop the sync, and every surface says so until they are entered again',
        'a network that cannot be read keeps its data and is named; rows that vanish are ended',
      ],
      ['panel', 'when Datto fails the stored values stay, with the reason and Retry'],
    ],
  };

const readme = read('README.md');

describe('the features of the README', () => {
  it('are those of the table above, in its order', () => {
    const bullets = section(readme, '## What it does')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(bullets.map((line) => /^- \*\*(.+?)\*\*/.exec(line)?.[1])).toEqual(Object.keys(shownBy));
  });

  for (const [feature, specs] of Object.entries(shownBy))
    for (const [spec, ...titles] of specs)
      it.each(titles)(`are shown: ${feature} by ${spec}.spec.ts, %s`, (title) => {
        expect(titlesIn(read(`test/e2e/${spec}.spec.ts`))).toContain(title);
      });
});

/** The titles of a spec's tests and their steps that run. */
const titlesIn = (spec: string): string[] =>
  [...spec.matchAll(/\btest(?:\.step)?\(\s*(['"])((?:\\.|(?!\1).)*)\1/g)].map(([, , title = '']) =>
    title.replaceAll(/\\(.)/g, '$1'),
  );

describe('the README’s table of folders', () => {
  const named = section(readme, '## How it is built')
    .split('\n')
    .flatMap((line) => /^\|(.+?)\|/.exec(line)?.[1]?.match(/`[^`]+`/g) ?? [])
    .map((name) => name.replaceAll(/`|\/$|\/`$/g, ''));

  it('names only folders that there are', () => {
    expect(named.filter((folder) => !existsSync(folder))).toEqual([]);
  });

  it('leaves no room of lib out', () => {
    const rooms = readdirSync('lib').filter((name) => filesBelow(`lib/${name}`, '.ts').length > 0);
    expect(named.filter((folder) => folder.startsWith('lib/')).sort()).toEqual(
      rooms.map((room) => `lib/${room}`).sort(),
    );
  });
});
