import { render, screen } from '@testing-library/preact';
import type { OptionsView } from '@/lib/views/options';
import { fakeClient, sampleStatus } from '@/components/state/client.fixture';
import { idleAutoCreate as idle, sharedTeam } from './states.fixture';
import { OptionsPage } from './options-page';

export function open(view: OptionsView) {
  const background = fakeClient({
    'options.view': () => view,
    'status.view': () => ({ ...sampleStatus, status: view.status }),
    'connection.connect': () => ({ ok: true }),
    'connection.disconnect': () => ({ unshared: 0 }),
    'settings.save': () => null,
    'types.list': () => [],
    'auto-create.view': () => ({ ...idle, on: view.settings.autoCreate }),
    'team.view': () => sharedTeam,
    'activity.list': () => ({ rows: [], before: null }),
  });
  return { ...background, ...render(<OptionsPage client={background.client} />) };
}

export const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);

export const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });
