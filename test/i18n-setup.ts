import messages from '@/public/_locales/en/messages.json';

/** `i18n.getMessage` as a browser does it, over the English messages, so that tests see real words. */
function getMessage(key: string, substitutions?: string | string[]): string {
  const entry = (messages as Record<string, { message: string } | undefined>)[key];
  const values = [substitutions ?? []].flat();
  return (entry?.message ?? '').replace(/\$(\d)|\$\$/g, (found, index?: string) =>
    index ? (values[Number(index) - 1] ?? '') : found.slice(1),
  );
}

Object.assign(globalThis, {
  chrome: {
    ...(globalThis as { chrome?: object }).chrome,
    i18n: { getMessage, getUILanguage: () => 'en' },
  },
});
