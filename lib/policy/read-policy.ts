import * as z from 'zod/mini';
import { secretFields } from '@/lib/model/connect';
import { organizationId } from '@/lib/model/ids';
import {
  policyFields,
  type Policy,
  type PolicyFault,
  type PolicyField,
  type PolicyValues,
} from '@/lib/model/policy';
import { parsePortal } from '@/lib/model/portal';
import { regions, syncIntervals } from '@/lib/model/settings';

const text = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));

/** The registry of Windows has no truth values: Firefox hands its numbers over. */
const flag = z.union([
  z.boolean(),
  z.pipe(
    z.literal([0, 1]),
    z.transform((number) => number === 1),
  ),
]);

/** What each value may be. Forms of the same value that tools for policies write are taken, too. */
const schemas = {
  dattoPublicKey: text(200),
  dattoSecretKey: text(200),
  itGlueApiKey: text(400),
  region: z.pipe(z.string().check(z.trim(), z.toLowerCase()), z.enum(regions)),
  subdomain: text(300).check(z.refine((value) => parsePortal(value).ok)),
  syncEveryHours: z.literal([...syncIntervals]),
  autoCreate: flag,
  accessPointType: text(200),
  switchType: text(200),
  managedPowerType: text(200),
  routerType: text(200),
  teamHome: z.pipe(
    z.union([z.string().check(z.trim(), z.regex(/^\d{1,20}$/)), z.int().check(z.positive())]),
    z.transform((id) => organizationId(String(id))),
  ),
  passphraseRequired: flag,
  userUnlock: z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[0-9a-f]{64}$/)),
  firstRun: flag,
} satisfies Record<PolicyField, z.ZodMiniType>;

/** So many faults are named at most. */
const mostFaults = 20;

/**
 * What a company's policy says, as `storage.managed` has it. What means nothing here is named, and the
 * rest counts.
 */
export function readPolicy(raw: Readonly<Record<string, unknown>>): Policy {
  const values: { [Field in PolicyField]?: PolicyValues[Field] } = {};
  const faults: PolicyFault[] = [];
  const notAValue = (field: PolicyField) => {
    const found = isSecret(field) ? null : shortened(raw[field]);
    faults.push({ field, found, reason: 'no-value-of-it' });
  };
  for (const field of policyFields) {
    if (!Object.hasOwn(raw, field)) continue;
    const parsed = schemas[field].safeParse(raw[field]);
    if (parsed.success) Object.assign(values, { [field]: parsed.data });
    else notAValue(field);
  }
  if (values.subdomain !== undefined) {
    const portal = parsePortal(values.subdomain);
    const ofAddress = portal.ok ? portal.region : null;
    if (portal.ok) values.subdomain = portal.subdomain;
    // An address names its region, and one of the two would be another tenant's.
    if (ofAddress !== null && values.region !== undefined && ofAddress !== values.region) {
      delete values.region;
      notAValue('region');
    } else if (ofAddress !== null) values.region = ofAddress;
  }
  for (const name of Object.keys(raw))
    if (!policyFields.some((field) => field === name))
      faults.push({ field: shortened(name), found: null, reason: 'unknown-name' });
  return { values, faults: faults.slice(0, mostFaults) };
}

const isSecret = (field: PolicyField): boolean => secretFields.some((secret) => secret === field);

function shortened(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.length > 40 ? `${written.slice(0, 39)}…` : written;
}
