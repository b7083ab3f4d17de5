// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './button';
import { ProgressBar } from './progress-bar';

afterEach(cleanup);

describe('Button', () => {
  it('is no submit button unless told', () => {
    render(<Button>Plain</Button>);
    expect(screen.getByRole<HTMLButtonElement>('button').type).toBe('button');
  });

  it('keeps the focus and takes no clicks while busy, nor submits', () => {
    const submit = vi.fn((event: Event) => event.preventDefault());
    const click = vi.fn();
    render(
      <form onSubmit={submit}>
        <Button type="submit" busy onClick={click}>
          Save
        </Button>
      </form>,
    );
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
    button.focus();
    fireEvent.click(button);
    expect(click).not.toHaveBeenCalled();
    expect(submit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
  });

  it('has a name without visible words', () => {
    render(<Button icon="refresh" label="Refresh" />);
    expect(screen.getByRole('button', { name: 'Refresh' }).textContent).toBe('');
  });
});

describe('ProgressBar', () => {
  it('never says more than all', () => {
    render(<ProgressBar label="Syncing" done={20} total={16} />);
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(16);
  });

  it('says only that something is under way when the total is not known', () => {
    render(<ProgressBar label="Syncing" done={0} total={0} />);
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  });
});
