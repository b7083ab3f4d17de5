/** Letters that stand for several words but are not, or not all of, their initials. */
export const phrases: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    'hoa',
    [
      ['homeowners', 'association'],
      ['home', 'owners', 'association'],
    ],
  ],
  [
    'hvac',
    [
      ['heating', 'cooling'],
      ['heating', 'air', 'conditioning'],
      ['heating', 'air'],
    ],
  ],
  ['obgyn', [['obstetrics', 'gynecology']]],
  ['ymca', [['young', 'mens', 'christian', 'association']]],
  ['vfw', [['veterans', 'foreign', 'wars']]],
  ['boe', [['board', 'education']]],
  [
    'cdjr',
    [
      ['chrysler', 'dodge', 'jeep', 'ram'],
      ['chrysler', 'dodge', 'jeep'],
    ],
  ],
  [
    'vet',
    [
      ['animal', 'hospital'],
      ['animal', 'clinic'],
    ],
  ],
  ['pd', [['police', 'department']]],
  ['fd', [['fire', 'department']]],
  ['tv', [['television']]],
  ['coc', [['church', 'christ']]],
  ['ib', [['ingenieurburo']]],
  ['gs', [['grundschule']]],
  ['bs', [['basisschool']]],
  ['cpa', [['certified', 'public', 'accountants']]],
]);
