import type {
  AssumptionId,
  AssumptionSource,
  CheckResult,
  PageMeasure,
} from '@/lib/model/setup-check';

/** One assumption and what its check saw last; `null` before its first run. */
export interface CheckRow {
  readonly id: AssumptionId;
  readonly source: AssumptionSource;
  readonly result: CheckResult | null;
}

/** What the setup check's page shows. */
export interface SetupCheckView {
  readonly connected: boolean;
  readonly rows: readonly CheckRow[];
  /** Where the panel stood on the page of the portal that was looked at last. */
  readonly measure: PageMeasure | null;
  /** A configuration's page that has a panel; `null` where nothing is matched yet. */
  readonly portalPage: string | null;
}
