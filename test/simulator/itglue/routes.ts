import type { SimulatorAnswer, SimulatorRequest } from '../exchange';
import type { Region } from '../hosts';
import type { Tenant } from '../tenant/tenant';
import type { Call } from './call';
import { authorize } from './access';
import { notFound, ProblemError } from './errors';
import { answerList, answerSingle, jsonApi, type Resource } from './list';
import { createRateLimit } from './rate-limit';
import { checkAddress } from './reach';
import {
  createConfigurations,
  getConfiguration,
  listConfigurations,
  updateConfigurations,
} from './resources/configurations';
import {
  createFields,
  createFlexibleAssetType,
  deleteField,
  flexibleAssetTypes,
  listFields,
  updateField,
  updateFlexibleAssetType,
} from './resources/flexible-asset-types';
import {
  createFlexibleAssets,
  deleteFlexibleAsset,
  deleteFlexibleAssets,
  flexibleAssets,
  listFlexibleAssets,
  updateFlexibleAssets,
} from './resources/flexible-assets';
import { listInterfaces, updateInterface } from './resources/interfaces';
import {
  configurationTypes,
  createManufacturer,
  createModel,
  listModels,
  manufacturers,
  namedResource,
} from './resources/named';
import { createOrganization, organizations, updateOrganization } from './resources/organizations';
import {
  createPasswords,
  deletePassword,
  getPassword,
  listPasswords,
  updatePasswords,
} from './resources/passwords';
import { groups, logs, recentLogs, users } from './resources/people';
import { createRelatedItems, deleteRelatedItems } from './resources/related-items';
import type { ItGlueState } from './state';

type Route = (call: Call) => SimulatorAnswer;

/** Lists and reads of a whole table. */
function table<Row extends { id: string }>(
  path: string,
  resource: Resource<Row>,
  rows: (state: ItGlueState) => Map<string, Row>,
) {
  return {
    [`GET ${path}`]: (call: Call) => answerList(call, resource, rows(call.state).values()),
    [`GET ${path}/:id`]: (call: Call) => {
      const row = rows(call.state).get(call.parameters.id ?? '');
      if (row === undefined) throw notFound();
      return answerSingle(call, resource, row);
    },
  };
}

const nested = '/organizations/:organizationId/relationships';

const routes: Record<string, Route> = {
  ...table('/organizations', organizations, (state) => state.organizations),
  'POST /organizations': createOrganization,
  'PATCH /organizations/:id': updateOrganization,
  ...table(
    '/organization_types',
    namedResource('organization-types'),
    (state) => state.organizationTypes,
  ),
  ...table(
    '/organization_statuses',
    namedResource('organization-statuses'),
    (state) => state.organizationStatuses,
  ),
  'GET /configurations': listConfigurations,
  'POST /configurations': createConfigurations,
  'PATCH /configurations': updateConfigurations,
  'GET /configurations/:id': getConfiguration,
  'PATCH /configurations/:id': updateConfigurations,
  [`GET ${nested}/configurations`]: listConfigurations,
  [`POST ${nested}/configurations`]: createConfigurations,
  [`GET ${nested}/configurations/:id`]: getConfiguration,
  [`PATCH ${nested}/configurations/:id`]: updateConfigurations,
  'GET /configurations/:configurationId/relationships/configuration_interfaces': listInterfaces,
  'PATCH /configurations/:configurationId/relationships/configuration_interfaces/:id':
    updateInterface,
  ...table('/configuration_types', configurationTypes, (state) => state.configurationTypes),
  ...table(
    '/configuration_statuses',
    namedResource('configuration-statuses'),
    (state) => state.configurationStatuses,
  ),
  ...table('/manufacturers', manufacturers, (state) => state.manufacturers),
  'POST /manufacturers': createManufacturer,
  'GET /models': listModels,
  'POST /models': createModel,
  'GET /manufacturers/:manufacturerId/relationships/models': listModels,
  'POST /manufacturers/:manufacturerId/relationships/models': createModel,
  ...table('/flexible_asset_types', flexibleAssetTypes, (state) => state.flexibleAssetTypes),
  'POST /flexible_asset_types': createFlexibleAssetType,
  'PATCH /flexible_asset_types/:id': updateFlexibleAssetType,
  'GET /flexible_asset_types/:typeId/relationships/flexible_asset_fields': listFields,
  'POST /flexible_asset_types/:typeId/relationships/flexible_asset_fields': createFields,
  'PATCH /flexible_asset_types/:typeId/relationships/flexible_asset_fields/:id': updateField,
  'DELETE /flexible_asset_types/:typeId/relationships/flexible_asset_fields/:id': deleteField,
  'POST /flexible_asset_fields': createFields,
  'PATCH /flexible_asset_fields/:id': updateField,
  'DELETE /flexible_asset_fields/:id': deleteField,
  ...table('/flexible_assets', flexibleAssets, (state) => state.flexibleAssets),
  'GET /flexible_assets': listFlexibleAssets,
  'POST /flexible_assets': createFlexibleAssets,
  'PATCH /flexible_assets': updateFlexibleAssets,
  'PATCH /flexible_assets/:id': updateFlexibleAssets,
  'DELETE /flexible_assets/:id': deleteFlexibleAsset,
  'DELETE /flexible_assets': deleteFlexibleAssets,
  [`POST ${nested}/flexible_assets`]: createFlexibleAssets,
  ...table(
    '/password_categories',
    namedResource('password-categories'),
    (state) => state.passwordCategories,
  ),
  'GET /passwords': listPasswords,
  'POST /passwords': createPasswords,
  'PATCH /passwords': updatePasswords,
  'GET /passwords/:id': getPassword,
  'PATCH /passwords/:id': updatePasswords,
  'DELETE /passwords/:id': deletePassword,
  [`GET ${nested}/passwords`]: listPasswords,
  [`POST ${nested}/passwords`]: createPasswords,
  [`GET ${nested}/passwords/:id`]: getPassword,
  [`PATCH ${nested}/passwords/:id`]: updatePasswords,
  'POST /:resourceType/:resourceId/relationships/related_items': createRelatedItems,
  'DELETE /:resourceType/:resourceId/relationships/related_items': deleteRelatedItems,
  ...table('/users', users, (state) => state.users),
  ...table('/groups', groups, (state) => state.groups),
  'GET /logs': (call) => answerList(call, logs, recentLogs(call)),
};

const compiled = Object.entries(routes).map(([name, answer]) => {
  const [method = '', path = ''] = name.split(' ');
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  // Ids are digits, so that `/flexible_assets/abc` is a 404 and the resource type of a link is not taken for an id.
  const pattern = path.replace(/:(\w+)/g, (_, key: string) =>
    key === 'resourceType' ? '([a-z_-]+)' : '(\\d+)',
  );
  return { method, expression: new RegExp(`^${pattern}$`), names, answer };
});

export type ItGlueHandler = (
  request: SimulatorRequest,
  region: Region | 'any',
  /** The server's clock in milliseconds since the epoch. */
  now: number,
) => SimulatorAnswer;

/** The IT Glue API over one state. Every request is carried out at once and completely, or not at all. */
export function createItGlue(tenant: Tenant): ItGlueHandler {
  const { itglue: state } = tenant;
  const limit = createRateLimit(state);

  const answer: ItGlueHandler = (request, region, now) => {
    try {
      const key = authorize(tenant, request, region, now);
      const wait = limit(now);
      if (wait !== undefined) {
        const headers = tenant.quirks.itglue.retryAfter ? { 'retry-after': String(wait) } : {};
        return { status: 429, headers, body: 'Too Many Requests' };
      }
      const path = request.path.replace(/\/$/, '');
      for (const { method, expression, names, answer: route } of compiled) {
        const match = method === request.method ? expression.exec(path) : null;
        if (match === null) continue;
        const parameters = Object.fromEntries(
          names.map((name, index) => [name, match[index + 1] ?? '']),
        );
        const call: Call = {
          state,
          quirks: tenant.quirks.itglue,
          seed: tenant.quirks.seed,
          key,
          request,
          now: new Date(now).toISOString(),
          parameters,
        };
        checkAddress(call);
        return route(call);
      }
      throw notFound('The path');
    } catch (error) {
      if (error instanceof ProblemError) return jsonApi(error.status, error.toJSON());
      throw error;
    }
  };

  return (request, region, now) => {
    const { headers, ...rest } = answer(request, region, now);
    const date = tenant.quirks.itglue.dateHeader && { date: new Date(now).toUTCString() };
    return { ...rest, headers: { ...headers, ...date } };
  };
}
