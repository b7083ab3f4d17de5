import { describe, expect, it } from 'vitest';
import { parts, readNetworks, readOrganizations } from './labelled-set';
import { automaticFigures, measure, suggestionFigures } from './measure';

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
