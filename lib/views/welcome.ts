import type { Portal } from '@/lib/model/portal';

/** What the first-run page shows beside the options' and the status' views. */
export interface WelcomeView {
  /** The company's policy leaves people to enter keys, and has not switched the first run off. */
  readonly offered: boolean;
  /** The one portal that is open in the browser, from which the keys' tenant can be taken. */
  readonly portal: Portal | null;
  /** A configuration whose page shows a panel. */
  readonly example: { readonly name: string; readonly url: string } | null;
}
