/** CLDR's categories of numbers, in the order in which a message has its forms. */
const order: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** What stands between the forms of a message. */
const between = ' | ';
/** What the form for nothing at all begins with, beside those that the language's rules ask for. */
const forNone = '=0 ';

/**
 * The categories in which a language counts, in the order of the forms of a message: `one`, `other` in English;
 * `one`, `few`, `many`, `other` in Polish; `other` alone in Japanese.
 */
export function pluralCategories(language: string): readonly Intl.LDMLPluralRule[] {
  // Engines tell them in different orders.
  const { pluralCategories: known } = new Intl.PluralRules(language).resolvedOptions();
  return order.filter((category) => known.includes(category));
}

/** What a message says of different counts. */
export interface Forms {
  /** What it says of none, where it has a form of its own for that. */
  readonly none: string | null;
  /** What it says by the language's categories, in their order; one where it does not count. */
  readonly byCategory: readonly string[];
}

/** Takes a message apart: `=0 no device | 1 device | $1 devices`. */
export function formsOf(message: string): Forms {
  const [first = '', ...others] = message.split(between);
  return first.startsWith(forNone)
    ? { none: first.slice(forNone.length), byCategory: others }
    : { none: null, byCategory: [first, ...others] };
}

/** The form of a message for a count, by the rules of the language. */
export function formFor(message: string, count: number, language: string): string {
  const { none, byCategory } = formsOf(message);
  if (count === 0 && none !== null) return none;
  const category = new Intl.PluralRules(language).select(count);
  // A browser may know a category that its language got since; what is said of all the rest fits then.
  return byCategory[pluralCategories(language).indexOf(category)] ?? byCategory.at(-1) ?? message;
}
