import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { measurePage } from '@/lib/portal/measure';

/** Run once in a tab by the setup check; what it returns goes to the worker. */
export default defineUnlistedScript(() => measurePage(document));
