import { Random } from '@/test/simulator/tenant/random';

/** How one request goes wrong. Times in milliseconds from its arrival. */
export type Fate =
  /** Carried out at `effect`, answered at `answer`; the client may have given up by then. */
  | { readonly kind: 'slow'; readonly effect: number; readonly answer: number }
  /** A gateway answers, and the request is carried out later, or never. */
  | {
      readonly kind: 'gateway';
      readonly status: number;
      readonly answer: number;
      readonly effect: number | null;
    }
  /** IT Glue itself answers 500; carried out or not. */
  | { readonly kind: 'error'; readonly effect: boolean }
  | { readonly kind: 'reset'; readonly effect: number | null }
  | { readonly kind: 'limited'; readonly retryAfter: number | null }
  /** Carried out, and the answer cannot be used. */
  | { readonly kind: 'truncated' | 'malformed' | 'html' }
  /** The browser sends it again by itself; what the second leads to is answered. */
  | { readonly kind: 'doubled' }
  /** A value of a row comes in another type. */
  | { readonly kind: 'odd'; readonly row: number; readonly field: number };

const second = 1000;
const minute = 60 * second;

/** How long a request may be held before it has its effect. */
const longestHeld = 4 * minute;
/** The same for what can be put away when it comes after everybody has given up on it. */
const longestHeldRemovable = 12 * minute;

/** What a request is to its fate. */
export interface Subject {
  readonly write: boolean;
  /** Whether what it makes can be archived. */
  readonly removable: boolean;
}

/**
 * The fate of the n-th request of a run, the same whatever became of the others.
 * @returns `null`: it is answered soon
 */
export function fateOf(
  seed: number,
  exchange: number,
  rate: number,
  { write, removable }: Subject,
): Fate | null {
  const random = Random.of(seed, 'exchange', exchange);
  if (!random.chance(rate)) return null;
  const later = () => random.between(0, removable ? longestHeldRemovable : longestHeld);
  switch (random.between(0, write ? 9 : 10)) {
    case 0: {
      const answer = random.between(second, 3 * minute);
      return { kind: 'slow', effect: random.between(0, answer), answer };
    }
    case 1:
    case 2:
      return {
        kind: 'gateway',
        status: random.pick([502, 503, 504]),
        answer: random.between(second, 59 * second),
        effect: random.chance(0.6) ? later() : null,
      };
    case 3:
      return { kind: 'error', effect: random.chance(0.5) };
    case 4:
    case 5:
      return { kind: 'reset', effect: random.chance(0.6) ? later() : null };
    case 6:
      return { kind: 'limited', retryAfter: random.pick([null, 1, 20, 90]) };
    case 7:
      return { kind: random.pick(['truncated', 'malformed', 'html'] as const) };
    case 8:
      return { kind: 'doubled' };
    case 9:
      return { kind: 'slow', effect: random.between(55 * second, 65 * second), answer: minute * 2 };
    default:
      return { kind: 'odd', row: random.between(0, 20), field: random.between(0, 40) };
  }
}
