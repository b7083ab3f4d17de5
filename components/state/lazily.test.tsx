// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { lazily } from './lazily';

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

it('shows the component once its code is there, and then at once', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting));
  const Lazy = lazily(load);
  const first = render(<Lazy name="Ada" />);
  expect(first.container.textContent).toBe('');
  expect(await screen.findByText('Hello Ada')).toBeDefined();
  first.unmount();
  expect(render(<Lazy name="Bo" />).container.textContent).toBe('Hello Bo');
  expect(load).toHaveBeenCalledTimes(1);
});
