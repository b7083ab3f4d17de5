import { describe, expect, it } from 'vitest';
import { fieldChanges, fieldsOfNew } from './field-changes';

describe('what is kept of a write', () => {
  it('is each field that changed, with what it was and is', () => {
    expect(
      fieldChanges([
        ['Name', 'Lobby', 'Lobby AP'],
        ['Notes', 'same', 'same'],
        ['MAC Address', null, ''],
        ['Archived', false, true],
      ]),
    ).toEqual([
      { field: 'Name', before: 'Lobby', after: 'Lobby AP' },
      { field: 'Archived', before: false, after: true },
    ]);
  });

  it('is no value that holds a key, whichever field somebody typed it into', () => {
    const changes = fieldChanges([['Location', 'key: hunter2hunter2', 'Acme']], ['hunter2hunter2']);
    expect(changes).toEqual([{ field: 'Location' }]);
    expect(fieldsOfNew([['Notes', 'hunter2hunter2']], ['hunter2hunter2'])).toEqual([
      { field: 'Notes' },
    ]);
  });

  it('is no more than the beginning of a long value', () => {
    const [change] = fieldsOfNew([['Notes', 'x'.repeat(5000)]]);
    expect(change?.after).toHaveLength(1001);
  });
});
