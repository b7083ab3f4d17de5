import { render } from 'preact';
import '@/components/page.css';
import '@/components/sync/sync.css';
import '@/components/vault/vault.css';
import '@/components/options/options.css';
import '@/components/welcome/welcome.css';
import { WelcomePage } from '@/components/welcome/welcome-page';
import { speakIn, t } from '@/lib/i18n';
import { onChange, send } from '@/lib/messages/client';
import { withHostAccess } from '@/entrypoints/options/host-access';

document.title = t('welcome_title');
speakIn(document.documentElement);
render(<WelcomePage client={{ send: withHostAccess(send), onChange }} />, document.body);
