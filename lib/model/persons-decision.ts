/** The rules of matches that a person made; the others are worked out anew by every browser. */
export const personsRules = ['by-hand', 'created'] as const;

const made: ReadonlySet<string> = new Set(personsRules);

/** Whether a person decided it, rather than a rule. */
export const isPersons = <
  Match extends
    { readonly state: 'ignored' } | { readonly state: 'matched'; readonly rule: string },
>(
  match: Match,
): match is
  | Extract<Match, { readonly state: 'ignored' }>
  | (Extract<Match, { readonly state: 'matched' }> & {
      readonly rule: (typeof personsRules)[number];
    }) => match.state === 'ignored' || made.has(match.rule);
