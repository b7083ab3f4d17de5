import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import type { AutoCreateView } from '@/lib/views/wireless';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';
import type { Client } from '@/components/state/client';
import { AutoCreatePreview } from './auto-create-preview';
import { usePreview } from './use-preview';

/** The setting, what changing it will write, and Save; without Save for those who may not switch it. */
export function AutoCreateForm({
  client,
  auto,
  whyNot,
  onSaved,
}: {
  client: Client;
  auto: AutoCreateView;
  /** Why the person may not switch it; `null` for those who may. */
  whyNot: ComponentChildren;
  /** Settles when the view says what was saved. */
  onSaved: () => Promise<void>;
}) {
  /** `null` as long as the box says what is saved, wherever that was changed. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const locked = whyNot !== null;
  const on = locked ? auto.on : (chosen ?? auto.on);
  const changed = on !== auto.on;
  // A sync that writes would make the numbers wrong while they are being counted.
  const working = auto.state === 'working';
  const preview = usePreview(client, changed && !working ? on : null);
  const ready = preview.state === 'known' && preview.preview.problem === null;

  async function save() {
    setSaving(true);
    setProblem(null);
    const reply = await client.send('auto-create.save', { on });
    if (reply.ok) {
      await onSaved();
      setChosen(null);
    } else setProblem(reply.problem);
    setSaving(false);
  }

  return (
    <form
      class="auto-create"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !saving) void save();
      }}
    >
      <div class="options-choice">
        <input
          type="checkbox"
          id="auto-create-on"
          aria-describedby={locked ? 'auto-create-why-not' : undefined}
          checked={on}
          disabled={locked || working || saving}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setChosen(checked === auto.on ? null : checked);
            setProblem(null);
          }}
        />
        <div>
          <label for="auto-create-on">{t('options_auto_checkbox')}</label>
          {locked && (
            <p class="options-hint" id="auto-create-why-not">
              {whyNot}
            </p>
          )}
        </div>
      </div>
      {changed && !on && !working && (
        <Notice tone="warning">{t('options_auto_off_warning')}</Notice>
      )}
      {changed && !working && <AutoCreatePreview {...preview} />}
      {problem && (
        <Notice tone="bad" role="alert">
          {t('options_auto_not_saved', [problemText(problem)])}
        </Notice>
      )}
      {!locked && (
        <div>
          <Button
            type="submit"
            kind="primary"
            busy={saving}
            disabled={!saving && (!changed || !ready)}
          >
            {t(saving ? 'options_auto_saving' : 'options_auto_save')}
          </Button>
        </div>
      )}
    </form>
  );
}
