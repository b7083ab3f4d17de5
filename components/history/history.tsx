import { AccessPoint } from './access-point';
import type { HistoryProps } from './ask';
import { Power } from './power';

/** How a device has been. */
export function History({ kind, ...props }: HistoryProps) {
  return kind === 'access-point' ? <AccessPoint {...props} /> : <Power {...props} />;
}
