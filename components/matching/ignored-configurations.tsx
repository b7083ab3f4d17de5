import { t } from '@/lib/i18n';
import type { DevicesView } from '@/lib/views/matching';
import { inSentence } from '@/lib/words/in-sentence';
import { ValueText } from '@/components/ui/value-text';
import type { Client } from '@/components/state/client';
import type { Decisions } from './decisions';
import { RowButton } from './row-button';

/** Configurations of the organization about which nothing is asked any more, with the way back. */
export function IgnoredConfigurations({
  client,
  decisions,
  view,
}: {
  client: Client;
  decisions: Decisions;
  view: DevicesView;
}) {
  const stopIgnoring = (id: DevicesView['ignored'][number]['id'], name: string) =>
    void decisions.run({
      subject: 'device',
      keys: [`configuration ${id}`],
      name: inSentence(name),
      send: () =>
        client.send('matching.ignore-configuration', {
          organizationId: view.organization.id,
          configurationId: id,
          ignored: false,
        }),
      done: () => t('matching_done_unignore', [inSentence(name)]),
    });
  return (
    <details class="matching-ignored">
      <summary>{t('matching_ignored_configurations', view.ignored.length)}</summary>
      <ul>
        {view.ignored.map(({ id, name, url }) => (
          <li key={id}>
            <a href={url} target="_blank" rel="noopener">
              <bdi>
                <ValueText text={name} />
              </bdi>
            </a>
            <RowButton
              action={t('panel_stop_ignoring')}
              row={name}
              onClick={() => stopIgnoring(id, name)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
