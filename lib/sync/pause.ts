/**
 * Lets what waits for this thread have its turn: messages, answers, other tasks. A port's message
 * comes at once, where a timer's turn takes 4 ms from the fifth in a row on.
 * https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers
 */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
