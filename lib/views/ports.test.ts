import { describe, expect, it } from 'vitest';
import { front, unknownDevice } from './ports.fixture';
import { frontOf, isWanted, portBeside, type PortFilter, type PortView } from './ports';

const { ports } = front(28, 2);
const ids = (views: readonly PortView[]) => views.map(({ port }) => port.id);
const wanted = (...filters: PortFilter[]) =>
  ids(ports.filter((each) => isWanted(each, new Set(filters))));
const plain = ports[9]!;
const changed = (port: Partial<PortView['port']>, more: Partial<PortView> = {}): PortView => ({
  ...plain,
  ...more,
  port: { ...plain.port, ...port },
});
const isFree = (view: PortView) => isWanted(view, new Set(['free'] as const));

describe('the front', () => {
  it('has odd ports above even ones, and aggregates behind them', () => {
    const columns = frontOf(ports).map((column) => column.map((each) => each?.port.id ?? null));
    expect(columns[0]).toEqual(['1', '2']);
    expect(columns[13]).toEqual(['27', '28']);
    expect(columns.slice(14)).toEqual([['trunk1', 'trunk2']]);
  });

  it('keeps every port in its row where one could not be read', () => {
    const columns = frontOf(ports.filter(({ port }) => port.id !== '3'));
    expect(columns[1]?.map((each) => each?.port.id ?? null)).toEqual([null, '4']);
  });
});

describe('filters', () => {
  it('leave all ports where none is chosen', () => {
    expect(wanted()).toEqual(ids(ports));
  });

  it('leave those that something can be plugged into', () => {
    const free = changed({ up: false, speed: null });
    expect(isFree(free)).toBe(true);
    expect(isFree(changed({ up: true }))).toBe(false);
    expect(isFree(changed({ up: null }))).toBe(false);
    expect(isFree(changed({ up: false, enabled: false }))).toBe(false);
    expect(isFree({ ...free, use: 'uplink' })).toBe(false);
    // Asleep, and the switch still knows it.
    expect(isFree({ ...free, plugged: [unknownDevice] })).toBe(false);
  });

  it('leave those that give power where it is wanted', () => {
    expect(wanted('poe')).not.toContain('28');
    expect(wanted('poe')).toContain('2');
    expect(wanted('free', 'poe')).toEqual(
      wanted('free').filter((id) => wanted('poe').includes(id)),
    );
    expect(wanted('free', 'poe').length).toBeGreaterThan(0);
  });

  it('leave those with a device that nothing documents and that a MAC names', () => {
    expect(wanted('unknown')).toEqual(['4']);
  });
});

describe('the arrow keys', () => {
  const columns = frontOf(ports);
  const all = new Set(ids(ports));
  const walk = (from: string, ...keys: string[]) =>
    keys.reduce((at, key) => portBeside(key, columns, all, at) ?? at, from);

  it('lead along the rows and between them, and stop at the ends', () => {
    expect(walk('1', 'ArrowRight')).toBe('3');
    expect(walk('3', 'ArrowDown', 'ArrowLeft')).toBe('2');
    expect(walk('2', 'ArrowUp', 'ArrowUp', 'ArrowLeft')).toBe('1');
    expect(walk('2', 'End')).toBe('trunk2');
    expect(walk('trunk2', 'Home', 'ArrowDown')).toBe('2');
    expect(walk('28', 'ArrowRight', 'ArrowRight')).toBe('trunk2');
  });

  it('pass what the filters leave out', () => {
    const some = new Set(['1', '8', '13']);
    const step = (key: string, from: string) => portBeside(key, columns, some, from);
    expect(step('ArrowRight', '1')).toBe('8');
    expect(step('ArrowRight', '8')).toBe('13');
    expect(step('ArrowDown', '1')).toBeNull();
    expect(step('x', '1')).toBeNull();
  });

  it('come to every port', () => {
    const reached = new Set<string>(['1']);
    for (const from of reached)
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft'])
        reached.add(walk(from, key));
    expect(reached).toEqual(all);
  });
});
