import type { BrowserContext, CDPSession } from '@playwright/test';

/** The worker's heap with what its buffers hold, MiB. */
export interface WorkerHeap {
  /** The most that it held, looked at each second. */
  readonly most: () => number;
  /** What it holds without what nothing refers to. */
  readonly left: () => Promise<number>;
  close(): Promise<void>;
}

interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/** Looks at the heap of the extension's worker, as its devtools would. */
export async function watchWorkerHeap(context: BrowserContext): Promise<WorkerHeap> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser has no devtools.');
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ type }) => type === 'service_worker');
  if (!target) throw new Error('The worker does not run.');
  const { targetId } = target;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const ask = asker(session, sessionId);
  const usage = async () => {
    const { usedSize, backingStorageSize } = (await ask('Runtime.getHeapUsage')) as Usage;
    return (usedSize + backingStorageSize) / 1024 / 1024;
  };
  let most = 0;
  const timer = setInterval(() => {
    usage().then(
      (now) => (most = Math.max(most, now)),
      () => undefined,
    );
  }, 1000);
  return {
    most: () => most,
    async left() {
      await ask('HeapProfiler.collectGarbage');
      return usage();
    },
    async close() {
      clearInterval(timer);
      await session.detach();
    },
  };
}

/** Asks a target that has no session of its own in Playwright. */
function asker(session: CDPSession, sessionId: string): (method: string) => Promise<unknown> {
  const asked = new Map<number, (result: unknown) => void>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result } = JSON.parse(event.message) as { id?: number; result?: unknown };
    if (id !== undefined) asked.get(id)?.(result);
  });
  return (method) =>
    new Promise((done, failed) => {
      const id = ++last;
      asked.set(id, done);
      const message = JSON.stringify({ id, method });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(failed);
    });
}
