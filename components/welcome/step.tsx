import type { ComponentChildren } from 'preact';
import { Icon } from '@/components/icons/icon';
import { t } from '@/lib/i18n';

export type StepState = 'done' | 'now' | 'later';

/** One step of the way to the first panel; what is to be done there only once it can be. */
export function Step({
  number,
  title,
  state,
  children,
}: {
  number: number;
  title: string;
  state: StepState;
  children?: ComponentChildren;
}) {
  return (
    <li class={`card welcome-step welcome-${state}`}>
      <span class="welcome-number" aria-hidden="true">
        {state === 'done' ? <Icon name="check" /> : number}
      </span>
      <div class="welcome-body">
        <h2>
          {title}
          {state === 'done' && <span class="hidden-text"> {t('welcome_done')}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
