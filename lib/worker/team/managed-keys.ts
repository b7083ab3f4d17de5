import { deviceKinds } from '@/lib/model/device';
import { policyTypes, type PolicyValues } from '@/lib/model/policy';
import { typeSetting } from './local-decisions';

/** Keys of what the company's policy decides here: neither shared nor taken from others. */
export function managedKeys(values: Partial<PolicyValues>): ReadonlySet<string> {
  const types = deviceKinds.filter((kind) => values[policyTypes[kind]] !== undefined);
  return new Set([
    ...(values.autoCreate === undefined ? [] : ['s:auto-create']),
    ...types.map((kind) => `s:${typeSetting(kind)}`),
  ]);
}
