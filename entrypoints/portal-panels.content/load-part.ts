import type { LoadPart, PaintPart, PartProps } from '@/components/panel/part';
import { send } from '@/lib/messages/client';
import { offeredPart } from '@/lib/portal/panel-parts';

/** Has the background inject a part's script, unless it has run in this document before. */
export const loadPart: LoadPart = async (name) => {
  const offered = (): PaintPart<typeof name> | undefined =>
    offeredPart<PartProps[typeof name]>(name);
  if (!offered()) await send('panel.load-part', { part: name });
  const paint = offered();
  if (!paint) throw new Error('The part was not loaded.');
  return paint;
};
