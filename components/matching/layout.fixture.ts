import { vi } from 'vitest';

/** Gives elements a size where nothing is laid out, so that a virtual list has rows: 52 px each, ten in sight. */
export function fakeLayout(): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(52);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(520);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
}
