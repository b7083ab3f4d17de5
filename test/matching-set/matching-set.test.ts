import { describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import { networkNames, parts, readNetworks, readOrganizations } from './labelled-set';
import { automaticFigures, isRight, measure, suggestionFigures, type Outcome } from './measure';

describe.each(parts)('the %s part of the labelled networks', (part) => {
  const organizations = readOrganizations(part);
  const labelled = readNetworks(part);
  const outcomes = measure(labelled, organizations);

  it('names only organizations that exist', () => {
    const names = new Set(organizations.map(({ name }) => name));
    expect(labelled.length).toBeGreaterThanOrEqual(200);
    expect(organizations).toHaveLength(2000);
    for (const { organization } of labelled)
      if (organization !== null) expect(names).toContain(organization);
  });

  it('is matched by itself exactly where the names are equal', () => {
    const { precision, recall } = automaticFigures(outcomes);
    expect([precision, recall]).toEqual([1, 1]);
  });

  it('is given at least 98 % right suggestions, for 90 % of the networks that have an organization', () => {
    const { precision, recall } = suggestionFigures(outcomes);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});

describe('names of which Network Manager leaves letters, digits, hyphens, underscores and spaces', () => {
  const organizations = [...readOrganizations(networkNames), ...readOrganizations('tuning')].map(
    (each, row) => ({ ...each, id: organizationId(row + 1) }),
  );
  const outcomes = measure(readNetworks(networkNames), organizations);

  const namesakes = (outcome: Outcome) => outcome.labelled.category === 'two-namesakes';

  it('are suggested for what is left of them, and never matched without asking', () => {
    const wrong = outcomes.filter((outcome) => !namesakes(outcome) && !isRight(outcome));
    expect(wrong.map(({ labelled, answer }) => [labelled.network.name, answer])).toEqual([]);
  });

  it('are all suggested where two leave the same, so that a person decides', () => {
    const given = outcomes
      .filter(namesakes)
      .map(({ labelled, suggested }) => [labelled.network.name, suggested]);
    expect(given).toEqual([
      ['Pine Lake Golf', ['Pine Lake (Golf)', 'Pine/Lake Golf']],
      ['Rose Co', ['Rose & Co.', 'Rose Co!']],
      ['Main _ 4th Deli', ['Main & 4th Deli', 'Main @ 4th Deli']],
    ]);
  });
});
