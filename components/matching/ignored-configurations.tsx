import { t } from '@/lib/i18n';
import type { OrganizationId } from '@/lib/model/ids';
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
  organizationId,
  ignored,
}: {
  client: Client;
  decisions: Decisions;
  organizationId: OrganizationId;
  ignored: DevicesView['ignored'];
}) {
  const stopIgnoring = (id: DevicesView['ignored'][number]['id'], name: string) =>
    void decisions.run({
      subject: 'device',
      keys: [`configuration ${id}`],
      name: inSentence(name),
      send: () =>
        client.send('matching.ignore-configuration', {
          organizationId,
          configurationId: id,
          ignored: false,
        }),
      done: () => t('matching_done_unignore', [inSentence(name)]),
    });
  return (
    <details class="matching-ignored">
      <summary>{t('matching_ignored_configurations', ignored.length)}</summary>
      <ul>
        {ignored.map(({ id, name, url }) => (
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
