import {
  finding,
  verdict,
  type Check,
  type Finding,
  type PageMeasure,
} from '@/lib/model/setup-check';

/** A configuration's page that is open in a tab, as it was measured. */
export interface PortalProbe {
  /** `null` where no page of the portal with a panel is open. */
  measure(): Promise<PageMeasure | null>;
  /** Whether this browser's user wants the panel docked whatever the page has. */
  readonly docked: boolean;
}

const notOpen = verdict('unseen', finding('configuration page', 'none'));
const sizeOf = ({ window }: PageMeasure): Finding =>
  finding('window width', 'pixels', window.width);

const parts = ['main', 'h1', 'fixed bar', 'side menu'] as const;

/** The page's title is found by the configuration's name, or else by the first heading. */
const page: Check<PortalProbe> = {
  id: 'portal-page',
  source: 'assumed',
  async run(probe) {
    const measure = await probe.measure();
    if (!measure) return notOpen;
    const seen = parts.map((part) =>
      finding(part, measure.parts.some((one) => one.part === part) ? 'present' : 'absent'),
    );
    switch (measure.placedBy) {
      case null:
        return verdict('unseen', ...seen, finding('panel', 'absent'));
      case 'name':
      case 'heading':
        return verdict(
          'holds',
          ...seen,
          finding('panel', measure.placedBy === 'name' ? 'named' : 'headed'),
        );
      case 'docked':
        return verdict(probe.docked ? 'unseen' : 'differs', ...seen, finding('panel', 'docked'));
      case 'document-title':
      case 'known-block':
      case 'main':
        return verdict('differs', ...seen, finding('panel', 'known-block'));
    }
  },
};

/** The least width of a panel in the page, CSS pixels. */
const minWidth = 320;

/** The panel stands in the page with its width, and nothing that stays while scrolling lies over it. */
const place: Check<PortalProbe> = {
  id: 'portal-place',
  source: 'assumed',
  async run(probe) {
    const measure = await probe.measure();
    if (!measure) return notOpen;
    const panel = measure.parts.find(({ part }) => part === 'panel')?.box;
    if (!panel) return verdict('unseen', sizeOf(measure), finding('panel', 'absent'));
    const narrow = panel.width < Math.min(minWidth, measure.window.width - 48);
    const seen = [
      sizeOf(measure),
      finding('panel width', 'pixels', panel.width),
      ...(narrow ? [finding('panel', 'narrow')] : []),
      ...(measure.covered ? [finding('panel', 'covered')] : []),
      ...(measure.placedBy === 'docked' ? [finding('panel', 'docked')] : []),
    ];
    if (narrow || measure.covered) return verdict('differs', ...seen);
    if (measure.placedBy !== 'docked') return verdict('holds', ...seen);
    return verdict(probe.docked ? 'unseen' : 'differs', ...seen);
  },
};

/** The page's `body` says by `ui-theme-dark` or `ui-theme-default` which theme it has. */
const theme: Check<PortalProbe> = {
  id: 'portal-theme',
  source: 'reports',
  async run(probe) {
    const measure = await probe.measure();
    if (!measure) return notOpen;
    if (measure.theme) return verdict('holds', finding(`ui-theme-${measure.theme}`, 'present'));
    return verdict(
      'differs',
      finding('ui-theme-dark', 'absent'),
      finding('ui-theme-default', 'absent'),
    );
  },
};

/** What is assumed of the portal's pages, each with its check. */
export const portalChecks: readonly Check<PortalProbe>[] = [page, place, theme];
