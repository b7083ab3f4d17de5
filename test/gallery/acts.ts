import { fireEvent, waitFor, within } from '@testing-library/preact/pure';
import { means } from '@/test/languages/speak.fixture';
import { ProblemError } from '@/lib/model/problem-error';
import type { Problem } from '@/lib/model/problem';

type Act = (root: HTMLElement) => Promise<void>;
type Name = string | RegExp;

const patience = { timeout: 5_000 };

/** All buttons of that name that can be clicked, once there is one. By their labels and words: computing names and visibility is slow. */
const buttons = (root: HTMLElement, name: Name): Promise<readonly HTMLElement[]> =>
  waitFor(() => {
    const found = [...root.querySelectorAll('button')].filter((button) => {
      if (button.disabled) return false;
      const own = button.getAttribute('aria-label') ?? button.textContent;
      // What is told by its beginning may go on with a number.
      const start = typeof name === 'string' ? null : button.firstChild?.textContent;
      return [own, start].some((text) => typeof text === 'string' && means(text, name));
    });
    if (found.length === 0) throw new Error(`No button is named ${String(name)}.`);
    return found;
  }, patience);

/** The first control of that label, once there is one. */
const control = async (root: HTMLElement, name: Name): Promise<HTMLElement> => {
  const named = (text: string) => means(text, name);
  const [found] = await within(root).findAllByLabelText(named, {}, patience);
  if (!found) throw new Error(`No control is labelled ${String(name)}.`);
  return found;
};

/** Clicks the first button of that name. */
export const press =
  (name: Name): Act =>
  async (root) => {
    const [first] = await buttons(root, name);
    if (first) fireEvent.click(first);
  };

/** Clicks so many buttons of that name. */
export const pressEach =
  (name: Name, count: number): Act =>
  async (root) => {
    for (const button of (await buttons(root, name)).slice(0, count)) fireEvent.click(button);
  };

/** Clicks a check box or radio button. */
export const tick =
  (name: Name): Act =>
  async (root) => {
    fireEvent.click(await control(root, name));
  };

/** Types into a text box. */
export const type =
  (name: Name, text: string): Act =>
  async (root) => {
    fireEvent.input(await control(root, name), { target: { value: text } });
  };

/** Chooses from a list. */
export const choose =
  (name: Name, value: string): Act =>
  async (root) => {
    fireEvent.change(await control(root, name), { target: { value } });
  };

/** Waits until that is said. */
export const sees =
  (words: Name): Act =>
  async (root) => {
    await within(root).findByText((text) => means(text, words), {}, patience);
  };

/** Opens the first line with such data, once there is one. */
export const unfold =
  (data: RegExp): Act =>
  async (root) => {
    const line = await waitFor(() => {
      const lines = [...root.querySelectorAll('main [aria-expanded="false"]')];
      const found = lines.find(({ textContent }) => data.test(textContent));
      if (!found) throw new Error(`There is no line of ${String(data)} to open.`);
      return found;
    }, patience);
    fireEvent.click(line);
  };

/** Opens every disclosure, once there is one. */
export const disclose: Act = (root) =>
  waitFor(() => {
    const all = root.querySelectorAll('details');
    if (all.length === 0) throw new Error('There is no disclosure.');
    for (const details of all) details.open = true;
  }, patience);

/** One after the other. */
export const acts =
  (...each: readonly Act[]): Act =>
  async (root) => {
    for (const act of each) await act(root);
  };

/** The background's answer is that problem. */
export const fails = (problem: Problem) => (): never => {
  throw new ProblemError(problem);
};

/** The background's answer does not come. */
export const pending = (): Promise<never> => new Promise(() => undefined);
