import { act } from '@testing-library/preact';

/** What is shown once the answers are in the page: its elements, and what is entered and chosen. */
export async function settled(root: HTMLElement): Promise<string> {
  let shown = '';
  for (let same = 0; same < 2;) {
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    const entered = [...root.querySelectorAll('input')].map(({ value, checked }) => [
      value,
      checked,
    ]);
    const now = `${root.innerHTML} ${JSON.stringify(entered)}`;
    same = now === shown ? same + 1 : 0;
    shown = now;
  }
  // Ids that Preact counts up.
  return shown.replaceAll(/\bP\d+-\d+\b/g, 'id');
}
