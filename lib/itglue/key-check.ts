import { ItGlueError } from './errors';
import { createTransport, type KeyCheck, type TransportOptions } from './transport';

/** So long a key that was taken is not asked about again, milliseconds: refusals come in flocks. */
const trusted = 60_000;

/** Asks for one organization: the cheapest read that any good key may do. */
export function createKeyCheck(options: TransportOptions): KeyCheck {
  const { now } = options;
  const transport = createTransport(options);
  let asking: Promise<ItGlueError | null> | null = null;
  let takenAt = Number.NEGATIVE_INFINITY;

  async function check(): Promise<ItGlueError | null> {
    try {
      await transport.get('/organizations', { 'page[size]': '1', 'page[number]': '1' });
      takenAt = now();
      return null;
    } catch (error) {
      if (error instanceof ItGlueError) return error;
      throw error;
    } finally {
      asking = null;
    }
  }

  return () => {
    const age = now() - takenAt;
    if (age >= 0 && age < trusted) return Promise.resolve(null);
    asking ??= check();
    return asking;
  };
}
