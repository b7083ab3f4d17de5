import { send } from '@/lib/messages/client';
import type { Placement } from '@/lib/model/placement';

/** Where this browser's user wants panels; `null` where the background cannot say. */
export async function loadPlacement(): Promise<Placement | null> {
  const reply = await send('panel.placement');
  return reply.ok ? reply.value : null;
}

/** Remembers it for every page of the portal. */
export function savePlacement(placement: Placement): void {
  void send('panel.save-placement', placement);
}
