import { isLeftOf, lettersAndDigits } from './allowed-characters';
import type { NetworkId } from '@/lib/model/ids';
import type { NetworkMatch, OrganizationSuggestion } from '@/lib/model/match';
import { normalizeName } from '@/lib/model/name';
import type { Network } from '@/lib/model/network';
import type { Organization } from '@/lib/model/organization';
import { groupBy } from './group-by';
import { asWritten } from './recognition/as-written';
import { Recognizer } from './recognition/recognizer';
import type { Steps } from './slices';

export interface NetworkMatchingInput {
  readonly networks: readonly Network[];
  readonly organizations: readonly Organization[];
  /** Decisions already made, automatic ones included; none of them is changed. */
  readonly matches: readonly NetworkMatch[];
  /** ISO 8601, written into new matches. */
  readonly now: string;
}

export interface NetworkMatchingResult {
  /** New automatic matches only. */
  readonly matches: NetworkMatch[];
  /** For networks that stay undecided, best first; a network without a candidate has no entry. */
  readonly suggestions: Map<NetworkId, OrganizationSuggestion[]>;
}

/**
 * Finds the organizations of undecided networks. A name that exactly one organization has matches
 * by itself; one that several have is suggested with each of them; otherwise the one organization
 * is suggested that the name almost certainly means. Several networks may belong to one
 * organization.
 */
export function* matchingNetworks(input: NetworkMatchingInput): Steps<NetworkMatchingResult> {
  const decided = new Set(input.matches.map((match) => match.networkId));
  const organizations = input.organizations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byName = groupBy(organizations, ({ name }) => normalizeName(name));
  const byLetters = groupBy(organizations, (each) => lettersAndDigits(each.name));
  const names = new Map(organizations.map((each) => [each.id, each.name]));
  const recognizer = yield* Recognizer.of(organizations);
  const matches: NetworkMatch[] = [];
  const suggestions = new Map<NetworkId, OrganizationSuggestion[]>();
  for (const { id: networkId, name } of input.networks) {
    yield;
    const normalized = normalizeName(name);
    if (normalized === '' || decided.has(networkId)) continue;
    const namesakes = byName.get(normalized) ?? [];
    const [organization, ...others] = namesakes;
    const left = (byLetters.get(lettersAndDigits(name)) ?? []).filter((each) =>
      isLeftOf(each.name, name),
    );
    if (organization && others.length === 0)
      matches.push({
        networkId,
        at: input.now,
        state: 'matched',
        organizationId: organization.id,
        rule: 'name',
      });
    else if (organization)
      suggestions.set(
        networkId,
        namesakes.map(({ id }) => ({
          organizationId: id,
          score: 1,
          reason: { kind: 'same-name' },
        })),
      );
    else if (left.length > 0)
      suggestions.set(
        networkId,
        left.map(({ id }) => ({ organizationId: id, score: 0.99, reason: { kind: 'spelling' } })),
      );
    else {
      const recognized = recognizer
        .recognize(name)
        .map((suggestion) =>
          inTheirSpelling(suggestion, names.get(suggestion.organizationId), name),
        );
      if (recognized.length > 0) suggestions.set(networkId, recognized);
    }
  }
  return { matches, suggestions };
}

/** Names are compared without their dots; a person is told "Inc." where the name says "Inc." */
function inTheirSpelling(
  suggestion: OrganizationSuggestion,
  organizationName: string | undefined,
  networkName: string,
): OrganizationSuggestion {
  const { reason } = suggestion;
  if (reason.kind !== 'legal-form') return suggestion;
  const form = asWritten(reason.form, organizationName ?? '', networkName);
  return { ...suggestion, reason: { ...reason, form } };
}
