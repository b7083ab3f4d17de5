import { describe, expect, it, vi } from 'vitest';
import type { DecisionResult } from '@/lib/views/matching';
import { createDecisions } from './decisions';

const decision = (answer: Promise<DecisionResult>, keys = ['1']) => ({
  subject: 'network' as const,
  keys,
  name: 'Acme',
  send: vi.fn(async () => ({ ok: true as const, value: await answer })),
  done: (count: number) => `${count} done`,
});

describe('a decision', () => {
  it('is pending until the committed truth was read', async () => {
    let shown: (() => void) | null = null;
    const decisions = createDecisions(() => new Promise((resolve) => (shown = resolve)));
    const end = decisions.run(decision(Promise.resolve({ ok: true, count: 1 })));
    expect(decisions.rows.value.get('1')).toEqual({ kind: 'pending' });
    await vi.waitFor(() => expect(shown).not.toBeNull());
    expect(decisions.rows.value.get('1')).toEqual({ kind: 'pending' });
    expect(decisions.announcement.value.text).toBe('');
    shown!();
    expect(await end).toBe(true);
    expect(decisions.rows.value.size).toBe(0);
    expect(decisions.announcement.value).toEqual({ text: '1 done', refused: false });
  });

  it('about a row that is pending is not sent', async () => {
    const decisions = createDecisions(() => Promise.resolve());
    let answer: (result: DecisionResult) => void = () => undefined;
    const first = decisions.run(decision(new Promise((resolve) => (answer = resolve))));
    const second = decision(Promise.resolve({ ok: true, count: 1 }));
    expect(await decisions.run(second)).toBe(false);
    expect(second.send).not.toHaveBeenCalled();
    answer({ ok: true, count: 1 });
    expect(await first).toBe(true);
  });

  it('that is refused leaves its reason on the row until the next one', async () => {
    const decisions = createDecisions(() => Promise.resolve());
    const refusal = { kind: 'decided-meanwhile' } as const;
    await decisions.run(decision(Promise.resolve({ ok: false, refusal })));
    const why =
      'Another decision about this network was made meanwhile; look at it before you decide again.';
    expect(decisions.rows.value.get('1')).toEqual({ kind: 'refused', why });
    expect(decisions.announcement.value).toEqual({ text: `Acme: ${why}`, refused: true });
    await decisions.run(decision(Promise.resolve({ ok: true, count: 1 })));
    expect(decisions.rows.value.size).toBe(0);
  });

  it('that got no answer is refused with what went wrong', async () => {
    const decisions = createDecisions(() => Promise.resolve());
    await decisions.run({
      ...decision(Promise.resolve({ ok: true, count: 1 })),
      send: () => Promise.resolve({ ok: false, problem: { kind: 'internal' } }),
    });
    expect(decisions.announcement.value.text).toContain(
      'Something went wrong inside the extension. Try again; if it stays so, Check setup makes a report to send in.',
    );
  });
});
