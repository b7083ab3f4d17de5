import { render } from 'preact';
import '@/components/page.css';
import '@/components/network/network.css';
import { NetworkPage } from '@/components/network/network-page';
import { speakIn, t } from '@/lib/i18n';
import { onChange, send } from '@/lib/messages/client';

document.title = t('sheet_title');
speakIn(document.documentElement);
render(<NetworkPage client={{ send, onChange }} />, document.body);
