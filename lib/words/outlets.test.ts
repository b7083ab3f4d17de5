import { describe, expect, it } from 'vitest';
import { weekdays } from '@/lib/model/power';
import { daysText, scheduleText } from './outlets';
import { neighborsText } from './radio';

describe('days', () => {
  it.each([
    [weekdays, 'every day'],
    [['mon', 'tue', 'wed', 'thu', 'fri'], 'Mon–Fri'],
    [['sun', 'sat', 'fri'], 'Fri–Sun'],
    [['mon', 'tue', 'sat'], 'Mon, Tue, and Sat'],
    [['sun', 'mon'], 'Mon and Sun'],
  ] as const)('%j are %s', (days, text) => {
    expect(daysText(days)).toBe(text);
  });
});

it('a schedule names outlets as people do', () => {
  const named = [{ id: '3', label: 'Laptop Hub' }];
  const entry = { outlets: ['3', '4'], days: ['fri'], hour: 7, minute: 5, action: 'off' } as const;
  expect(scheduleText(entry, named)).toBe('Laptop Hub and Outlet 4: off Fri at 07:05');
});

it('the neighbors that are heard best are named, the others counted', () => {
  const neighbors = [-90, -47, -80, -70, -60, -50, -55].map((dbm, place) => ({
    name: `AP${place}`,
    signals: [{ band: '5 GHz', dbm }],
  }));
  expect(neighborsText([...neighbors, { name: 'Silent', signals: [] }])).toMatch(
    /^AP1 \(-47 dBm, 5 GHz\) · AP5 .* · 2 more$/,
  );
  expect(neighborsText([])).toBeNull();
});
