/** What a `messages.json` holds. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** `i18n.getMessage` as a browser does it, over some messages. */
export const messageReader =
  (messages: Messages) =>
  (key: string, substitutions?: string | string[]): string => {
    const values = [substitutions ?? []].flat();
    return (messages[key]?.message ?? '').replace(/\$(\d)|\$\$/g, (found, index?: string) =>
      index ? (values[Number(index) - 1] ?? '') : found.slice(1),
    );
  };
