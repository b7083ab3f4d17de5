import { render } from 'preact';
import '@/components/page.css';
import '@/components/sync/sync.css';
import '@/components/vault/vault.css';
import '@/components/options/options.css';
import '@/components/options/activity.css';
import '@/components/options/auto-create.css';
import { OptionsPage } from '@/components/options/options-page';
import { speakIn, t } from '@/lib/i18n';
import { onChange, send } from '@/lib/messages/client';
import { withHostAccess } from './host-access';

document.title = t('options_title');
speakIn(document.documentElement);
render(<OptionsPage client={{ send: withHostAccess(send), onChange }} />, document.body);
