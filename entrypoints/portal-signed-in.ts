import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { signedInWords } from '@/lib/portal/signed-in';

/** Run once in a tab of the portal when a person asks to be recognized; what it returns goes to the worker. */
export default defineUnlistedScript(() => signedInWords(document));
