import { describe, expect, it } from 'vitest';
import type { OrganizationReason } from '@/lib/model/match';
import { reasonText } from './recognition';

describe('reasons in words', () => {
  it.each<[OrganizationReason, string]>([
    [{ kind: 'same-name' }, 'same name'],
    [{ kind: 'legal-form', form: 'Inc.' }, "same name without 'Inc.'"],
    [{ kind: 'spelling' }, 'same name, spelled differently'],
    [{ kind: 'site', site: 'Denver' }, "site 'Denver'"],
    [{ kind: 'short-name' }, 'short name'],
    [{ kind: 'acronym', letters: 'BHDC' }, "acronym 'BHDC'"],
    [{ kind: 'similar' }, 'typing error'],
    [{ kind: 'abbreviation' }, 'abbreviation'],
    [{ kind: 'part', missing: 'Dental Clinic' }, "part of its name, without 'Dental Clinic'"],
  ])('%o is "%s"', (reason, text) => {
    expect(reasonText(reason)).toBe(text);
  });
});
