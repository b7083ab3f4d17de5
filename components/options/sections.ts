import { lazily } from '@/components/state/lazily';
import { t } from '@/lib/i18n';
import { optionsSections, type OptionsSection } from '@/lib/model/options-section';
import { sectionNames } from '@/lib/words/options-sections';
import { ConnectionSection } from './connection-section';
import type { Section } from './section';

/** All but the first are loaded when they are first looked at. */
const bodies: Readonly<Record<OptionsSection, Section['Body']>> = {
  connection: ConnectionSection,
  sync: lazily(async () => (await import('./sync-section')).SyncSection),
  'auto-create': lazily(async () => (await import('./auto-create-section')).AutoCreateSection),
  types: lazily(async () => (await import('./types-section')).TypesSection),
  team: lazily(async () => (await import('./team-section')).TeamSection),
  access: lazily(async () => (await import('./access-section')).AccessSection),
  security: lazily(async () => (await import('./security-section')).SecuritySection),
  activity: lazily(async () => (await import('./activity-section')).ActivitySection),
};

/** The sections of the options page, in their order. */
export const sections: readonly Section[] = optionsSections.map((id) => ({
  id,
  get title() {
    return t(sectionNames[id]);
  },
  Body: bodies[id],
}));
