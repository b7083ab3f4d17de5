import { Icon } from '@/components/icons/icon';
import { StatusDot } from '@/components/ui/status-dot';
import { Time } from '@/components/ui/time';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import type { PanelField } from '@/lib/views/panel-fields';
import { Copied } from './copied';
import { SignalBars } from './signal-bars';

/** A field's value, why it asks for attention, and what the configuration says instead. */
export function FieldContent({ field, now }: { field: PanelField; now: number }) {
  const { documented, note } = field;
  return (
    <>
      {isMarkedAlone(field) && <Icon name="warning" />}
      <Value field={field} now={now} />
      {note !== null && (
        <span class="field-note">
          <Icon name="warning" />
          {note}
        </span>
      )}
      {documented && (
        <span class={`field-documented${documented.differs ? ' field-differs' : ''}`}>
          {documented.differs && <Icon name="warning" />}
          {t(documented.differs ? 'panel_differs' : 'panel_documented')}{' '}
          <bdi class="field-own">
            <ValueText text={documented.text} />
          </bdi>
        </span>
      )}
    </>
  );
}

/** Its own words are all that says why it asks for attention; a status has its dot. */
const isMarkedAlone = ({ tone, note, documented, value }: PanelField) =>
  tone !== null && note === null && !documented?.differs && value.kind !== 'status';

/** What people take over into other fields, in the form that the portal's have. */
const taken: ReadonlySet<PanelField['key']> = new Set(['mac', 'ip', 'serial-number']);

function Value({ field: { key, label, value }, now }: { field: PanelField; now: number }) {
  if (value.kind === 'text' && taken.has(key)) return <Copied text={value.text} label={label} />;
  switch (value.kind) {
    case 'absent':
      return <span class="field-absent">—</span>;
    case 'text':
      return value.fromData ? (
        <bdi class="field-value">
          <ValueText text={value.text} />
        </bdi>
      ) : (
        <span class="field-value">
          <ValueText text={value.text} />
        </span>
      );
    case 'time':
      return <Time at={value.at} now={now} />;
    case 'status':
      return <StatusDot tone={value.tone} word={value.text} />;
    case 'signal':
      return (
        <>
          <SignalBars bars={value.bars} />
          <bdi class="field-value">
            <ValueText text={value.text} />
          </bdi>
          <span class="field-documented">{value.figure}</span>
        </>
      );
    case 'link':
      return (
        <a href={value.href} target="_blank" rel="noopener noreferrer">
          {value.text}
          <Icon name="external-link" />
          <span class="hidden-text"> {t('panel_opens_map')}</span>
        </a>
      );
  }
}
