import { vi } from 'vitest';
import type { Panel } from './panel';

/** A panel at rest, nothing of which is under way or asked for; without what it shows. */
export const atRest = (): Omit<Parameters<typeof Panel>[0], 'view' | 'now'> => ({
  cutOff: false,
  busy: false,
  slow: false,
  byItself: false,
  problem: null,
  nextTry: null,
  candidates: [],
  deciding: false,
  refusal: null,
  decided: null,
  onMatch: vi.fn(),
  onIgnore: vi.fn(),
  onSearch: vi.fn(),
  onUseMine: vi.fn(),
  onUnmatch: vi.fn(),
  onChangeMatch: vi.fn(),
  onUndo: vi.fn(),
  onMakers: vi.fn(),
  found: { search: vi.fn(), preview: vi.fn(), match: vi.fn(), create: vi.fn() },
  onHistory: vi.fn(),
  onRefresh: vi.fn(),
  onReloadPage: vi.fn(),
  onOpenOptions: vi.fn(),
  onCheckSetup: vi.fn(),
});
