import { render } from 'preact';
import '@/components/page.css';
import '@/components/matching/matching.css';
import { MatchingPage } from '@/components/matching/matching-page';
import { speakIn, t } from '@/lib/i18n';
import { onChange, send } from '@/lib/messages/client';

document.title = t('matching_title');
speakIn(document.documentElement);
render(<MatchingPage client={{ send, onChange }} />, document.body);
