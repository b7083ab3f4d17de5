import { fireEvent, render, screen } from '@testing-library/preact';
import type { OptionsSection } from '@/lib/model/options-section';
import type { OptionsView } from '@/lib/views/options';
import { fakeClient } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { idleAutoCreate as idle, sharedTeam } from './states.fixture';
import { OptionsPage } from './options-page';

// What the page loads when a section is first looked at is there at once, so that no test waits for files.
import './access-section';
import './activity-section';
import './auto-create-section';
import './security-section';
import './sync-section';
import './team-section';
import './types-section';

/** Opens the page at a section. */
export function open(view: OptionsView, section: OptionsSection = 'connection') {
  location.hash = `#${section}`;
  const background = fakeClient({
    'options.view': () => view,
    'status.view': () => ({ ...sampleStatus, status: view.status }),
    'connection.connect': () => ({ ok: true }),
    'connection.disconnect': () => ({ unshared: 0 }),
    'settings.save': () => null,
    'user.recognize': () => ({ state: 'cannot-tell', why: 'no-page' }),
    'types.list': () => [],
    'auto-create.view': () => ({ ...idle, on: view.settings.autoCreate }),
    'team.view': () => sharedTeam,
    'activity.list': () => ({ rows: [], before: null }),
  });
  return { ...background, ...render(<OptionsPage client={background.client} />) };
}

/** Goes to another section, as a link does. */
export function goToSection(place: string): void {
  location.hash = `#${place}`;
  fireEvent(window, new Event('hashchange'));
}

export const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);

export const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });
