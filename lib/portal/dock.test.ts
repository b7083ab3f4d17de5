import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corners } from '@/lib/model/placement';
import { boxIn, dockMargin, freeCorner, overlap } from './dock';
import { cornerAt } from './drag';

const size = { width: 400, height: 300 };
const within = { width: 1280, height: 800, bar: 50, rightToLeft: false };

const boxes = fc.record({
  left: fc.integer({ min: 0, max: 1200 }),
  top: fc.integer({ min: 0, max: 780 }),
  width: fc.integer({ min: 1, max: 1200 }),
  height: fc.integer({ min: 1, max: 780 }),
});

describe('a docked panel', () => {
  it('stands in the chosen corner, below the bar at the top', () => {
    expect(boxIn('bottom-end', size, within)).toMatchObject({ left: 868, top: 488 });
    expect(boxIn('top-start', size, within)).toMatchObject({ left: 12, top: 62 });
    expect(boxIn('top-end', size, { ...within, rightToLeft: true })).toMatchObject({ left: 12 });
  });

  it('stays inside the window and off its bar in every corner', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corners), fc.boolean(), (corner, rightToLeft) => {
        const box = boxIn(corner, size, { ...within, rightToLeft });
        expect(box.left).toBeGreaterThanOrEqual(dockMargin);
        expect(box.left + box.width).toBeLessThanOrEqual(within.width - dockMargin);
        expect(box.top).toBeGreaterThanOrEqual(dockMargin);
        expect(box.top + box.height).toBeLessThanOrEqual(within.height - dockMargin);
      }),
    );
  });

  it('keeps the chosen corner unless it would cover what has the focus there', () => {
    const field = { left: 1000, top: 700, width: 200, height: 40 };
    expect(freeCorner('top-start', size, within, field)).toBe('top-start');
    expect(freeCorner('bottom-end', size, within, field)).toBe('bottom-start');
  });

  it('is measured as the browser measures it, by getters', () => {
    class Measured {
      get width() {
        return size.width;
      }
      get height() {
        return size.height;
      }
    }
    expect(boxIn('bottom-end', new Measured(), within)).toEqual(boxIn('bottom-end', size, within));
    const field = { left: 1000, top: 700, width: 200, height: 40 };
    expect(freeCorner('bottom-end', new Measured(), within, field)).toBe('bottom-start');
  });

  it('never covers what has the focus where any corner is free', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corners), boxes, (chosen, kept) => {
        const corner = freeCorner(chosen, size, within, kept);
        if (corner !== null) expect(overlap(boxIn(corner, size, within), kept)).toBe(0);
        else
          for (const each of corners)
            expect(overlap(boxIn(each, size, within), kept)).toBeGreaterThan(0);
      }),
    );
  });

  it('lands in the corner it is dropped at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corners), fc.boolean(), (corner, rightToLeft) => {
        const { left, top, width, height } = boxIn(corner, size, { ...within, rightToLeft });
        const middle = { x: left + width / 2, y: top + height / 2 };
        expect(cornerAt(middle, { ...within, rightToLeft })).toBe(corner);
      }),
    );
  });
});
