import type { TeamMark } from '@/lib/model/team-mark';

/** That another of the company decided it, a while before the fixtures' noon. */
export const teamMark = (given: Partial<TeamMark> = {}): TeamMark => ({
  key: 'n:1',
  by: 'Grace Hopper',
  at: '2026-03-05T11:57:00Z',
  overruled: false,
  ...given,
});
