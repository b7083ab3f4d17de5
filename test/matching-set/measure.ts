import { matchNetworks } from '@/lib/matching/at-once.fixture';
import type { OrganizationReason } from '@/lib/model/match';
import type { Organization } from '@/lib/model/organization';
import type { LabelledNetwork } from './labelled-set';

/** What came of one labelled network. */
export interface Outcome {
  readonly labelled: LabelledNetwork;
  /** The names of all that were suggested, best first. */
  readonly suggested: readonly string[];
  readonly answer:
    | { readonly kind: 'none' }
    | { readonly kind: 'automatic'; readonly organization: string }
    | {
        readonly kind: 'suggested';
        /** The first suggestion: the one that a person accepts without looking further. */
        readonly organization: string;
        readonly score: number;
        readonly reason: OrganizationReason;
      };
}

/** Right and wrong answers, and those that should have been there. */
export interface Figures {
  readonly given: number;
  readonly right: number;
  readonly wanted: number;
  /** 1 where no answer was given. */
  readonly precision: number;
  /** 1 where none was wanted. */
  readonly recall: number;
}

/** Runs the matching over the labelled networks. */
export function measure(
  labelled: readonly LabelledNetwork[],
  organizations: readonly Organization[],
): Outcome[] {
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const { matches, suggestions } = matchNetworks({
    networks: labelled.map(({ network }) => network),
    organizations,
    matches: [],
    now: '2026-01-01T00:00:00Z',
  });
  const automatic = new Map(
    matches.flatMap((match) =>
      match.state === 'matched' ? [[match.networkId, match.organizationId] as const] : [],
    ),
  );
  return labelled.map((each) => {
    const matched = automatic.get(each.network.id);
    const all = suggestions.get(each.network.id) ?? [];
    const suggested = all.map(({ organizationId }) => names.get(organizationId) ?? '');
    const [first] = all;
    if (matched !== undefined)
      return {
        labelled: each,
        suggested,
        answer: { kind: 'automatic', organization: names.get(matched) ?? '' },
      };
    if (!first) return { labelled: each, suggested, answer: { kind: 'none' } };
    const { organizationId, score, reason } = first;
    return {
      labelled: each,
      suggested,
      answer: { kind: 'suggested', organization: names.get(organizationId) ?? '', score, reason },
    };
  });
}

/** Precision and recall of the matches made without asking. */
export const automaticFigures = (outcomes: readonly Outcome[]): Figures =>
  figures(
    outcomes.filter(({ answer }) => answer.kind === 'automatic'),
    outcomes.filter(({ labelled }) => labelled.automatic).length,
  );

/** Precision and recall of the suggestions, over the networks that do not match by themselves. */
export const suggestionFigures = (outcomes: readonly Outcome[]): Figures =>
  figures(
    outcomes.filter(({ answer }) => answer.kind === 'suggested'),
    outcomes.filter(({ labelled }) => !labelled.automatic && labelled.organization !== null).length,
  );

export const isRight = ({ labelled, answer }: Outcome): boolean =>
  answer.kind === 'none'
    ? labelled.organization === null
    : answer.organization === labelled.organization &&
      (answer.kind === 'automatic') === labelled.automatic;

function figures(given: readonly Outcome[], wanted: number): Figures {
  const right = given.filter(isRight).length;
  return {
    given: given.length,
    right,
    wanted,
    precision: given.length === 0 ? 1 : right / given.length,
    recall: wanted === 0 ? 1 : right / wanted,
  };
}
