import { factsText } from '@/lib/i18n/list';

/**
 * What one of a row's suggestions is called in the name of its button: nothing where it is the only
 * one, its facts too where another has its name.
 */
export function choiceName<Suggestion>(
  one: Suggestion,
  all: readonly Suggestion[],
  nameOf: (suggestion: Suggestion) => string,
  factsOf: (suggestion: Suggestion) => readonly (string | null)[],
): string | undefined {
  if (all.length < 2) return undefined;
  const name = nameOf(one);
  if (all.filter((each) => nameOf(each) === name).length === 1) return name;
  return factsText([name, ...factsOf(one).flatMap((fact) => fact || [])]);
}
