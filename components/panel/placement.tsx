import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';

/** How the panel stands on the page, and how the user changes that. */
export interface PanelPlacement {
  /** In a corner of the window. */
  readonly docked: boolean;
  /** The page has a place for it, so that it can be put back there. */
  readonly canReturn: boolean;
  /** Only the header is shown. */
  readonly collapsed: boolean;
  readonly onDock: (event: Event) => void;
  readonly onReturn: (event: Event) => void;
  /** To the next corner of the window. */
  readonly onMove: (event: Event) => void;
  readonly onCollapse: (event: Event) => void;
}

/** `null` where the panel stands on no portal page, as in a test or the gallery. */
export const PlacementContext = createContext<PanelPlacement | null>(null);

/** The buttons at the end of a panel's header that say where the panel stands. */
export function PlacementControls() {
  const placement = useContext(PlacementContext);
  if (placement === null) return null;
  const { docked, canReturn, collapsed, onDock, onReturn, onMove, onCollapse } = placement;
  if (!docked) return <Button kind="quiet" icon="dock" label={t('panel_dock')} onClick={onDock} />;
  return (
    <>
      <Button
        kind="quiet"
        icon={collapsed ? 'expand' : 'collapse'}
        label={t(collapsed ? 'panel_expand' : 'panel_collapse')}
        aria-expanded={!collapsed}
        onClick={onCollapse}
      />
      <Button kind="quiet" icon="corner" label={t('panel_move_aside')} onClick={onMove} />
      {canReturn && (
        <Button kind="quiet" icon="undock" label={t('panel_undock')} onClick={onReturn} />
      )}
    </>
  );
}
