import { render } from 'preact';
import { fakeClient } from '@/components/state/client.fixture';
import type { Entry } from './entry';

/**
 * Renders an entry into an element and does what leads to its state.
 * @returns what it asked of the background without being told an answer, and how to take it away
 */
export async function show({ card, page, act }: Entry, root: HTMLElement) {
  const { client, unanswered } = fakeClient(page?.answers ?? {});
  render(page ? page.render(client) : (card?.() ?? null), root);
  await act?.(root);
  return { unanswered, hide: () => render(null, root) };
}
