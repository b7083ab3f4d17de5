import type { Check } from '@/lib/model/setup-check';
import type { ItGlueProbe } from '../probe';
import { accessCheck, dateCheck, refusalsCheck } from './access';
import { rmmRecordsCheck, vendorIntegrationCheck } from './includes';
import {
  addressesCheck,
  filterIdCheck,
  filterMacCheck,
  pageSizeCheck,
  pagingCheck,
  sortIdCheck,
  sortUpdatedCheck,
} from './lists';
import { configurationTypesCheck, rolesCheck } from './people';
import { recordTypeCheck, textBoxesCheck, traitsCheck } from './records';
import { passwordValuesCheck, relatedItemsCheck, tagsCheck } from './relations';

/** What is assumed of the IT Glue API, each with its check. */
export const itGlueChecks: readonly Check<ItGlueProbe>[] = [
  accessCheck,
  refusalsCheck,
  dateCheck,
  pageSizeCheck,
  pagingCheck,
  sortIdCheck,
  sortUpdatedCheck,
  filterIdCheck,
  filterMacCheck,
  addressesCheck,
  rmmRecordsCheck,
  vendorIntegrationCheck,
  recordTypeCheck,
  textBoxesCheck,
  traitsCheck,
  relatedItemsCheck,
  tagsCheck,
  passwordValuesCheck,
  configurationTypesCheck,
  rolesCheck,
];
