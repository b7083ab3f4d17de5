// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { button, open } from './options-page.fixture';
import { idleAutoCreate as idle } from './states.fixture';

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

describe('disconnecting', () => {
  it('asks first, and goes back without doing anything', async () => {
    const { requests } = open(sampleOptions);
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(requests('connection.disconnect')).toEqual([]);
  });

  it('keeps what is in IT Glue, without asking, when nothing is documented', async () => {
    const { requests } = open(sampleOptions);
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('radio')).toBeNull();
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    expect(await screen.findByText(/^Disconnected\./)).toBeTruthy();
    expect(requests('connection.disconnect')[0]?.request).toEqual({ documented: 'keep' });
  });

  it('archives what was documented when that is chosen', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { requests } = open({ ...sampleOptions, settings });
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Keep it as it is').checked).toBe(true);
    within(dialog).getByLabelText('Archive it').click();
    await expect
      .poll(() => within(dialog).getByLabelText<HTMLInputElement>('Archive it').checked)
      .toBe(true);
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    expect(requests('connection.disconnect')[0]?.request).toEqual({ documented: 'archive' });
  });

  it('shows how far archiving is, and cannot be left meanwhile', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { answers, change } = open({ ...sampleOptions, settings });
    let disconnected: (value: { unshared: number }) => void = () => undefined;
    answers['connection.disconnect'] = () => new Promise((resolve) => (disconnected = resolve));
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByLabelText('Archive it').click();
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    await within(dialog).findByRole('progressbar', { name: 'Archiving in IT Glue…' });
    answers['auto-create.view'] = () => ({
      ...idle,
      on: true,
      state: 'working',
      done: 2,
      total: 9,
    });
    change();
    await within(dialog).findByText('2 of 9 organizations done');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Keep it as it is').disabled).toBe(true);
    within(dialog).getByRole('button', { name: 'Cancel' }).click();
    expect(screen.queryByRole('dialog')).not.toBeNull();
    disconnected({ unshared: 0 });
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('offers archiving to Administrators only, and says so', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { answers } = open({ ...sampleOptions, settings });
    answers['auto-create.view'] = () => ({ ...idle, on: true, permitted: false });
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText(
      'Only Administrators may archive it, and Managers of every organization it is in.',
    );
    expect(within(dialog).getByLabelText<HTMLInputElement>('Archive it').disabled).toBe(true);
  });

  it('still offers archiving where it broke off', async () => {
    const { answers } = open(sampleOptions);
    answers['auto-create.view'] = () => ({ ...idle, state: 'failed' });
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByLabelText('Archive it');
  });

  it('says that nothing is deleted when archiving failed, and that it can be kept instead', async () => {
    const settings = { ...sampleOptions.settings, autoCreate: true };
    const { answers } = open({ ...sampleOptions, settings });
    delete answers['connection.disconnect'];
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByLabelText('Archive it').click();
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    const alert = await within(dialog).findByRole('alert');
    expect(alert.textContent).toContain('Not disconnected.');
    expect(alert.textContent).toContain('keep what was documented');
    expect(within(dialog).getByLabelText<HTMLInputElement>('Keep it as it is').disabled).toBe(
      false,
    );
  });

  it('says how many decisions could not be shared, and disconnects anyway when asked to', async () => {
    const { answers, requests } = open(sampleOptions);
    answers['connection.disconnect'] = ({ anyway }: { anyway?: boolean }) => ({
      unshared: anyway ? 0 : 4,
    });
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    await within(dialog).findByText(/^4 decisions could not be shared with your team\./);
    within(dialog).getByRole('button', { name: 'Disconnect anyway' }).click();
    expect(await screen.findByText(/^Disconnected\./)).toBeTruthy();
    expect(requests('connection.disconnect').map(({ request }) => request)).toEqual([
      { documented: 'keep' },
      { documented: 'keep', anyway: true },
    ]);
  });

  it('says why it did not work, and stays open to try again', async () => {
    const { answers } = open(sampleOptions);
    delete answers['connection.disconnect'];
    (await button('Disconnect')).click();
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Disconnect' }).click();
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Not disconnected.');
  });

  it('is not offered where nothing is connected', async () => {
    open(emptyOptions);
    await button('Connect');
    expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull();
  });
});
