import type {
  ConfigurationAnswer,
  ConfigurationRow,
  ConfigurationsAnswer,
  IntegrationsAnswer,
  OrganizationAnswer,
  OrganizationsAnswer,
  OrganizationSummary,
  RecordAnswer,
  Rows,
} from './answers';
import type { PortalConfiguration, PortalSource } from './source';

type Answer =
  | OrganizationsAnswer
  | OrganizationAnswer
  | ConfigurationsAnswer
  | ConfigurationAnswer
  | RecordAnswer
  | IntegrationsAnswer;

interface Endpoint {
  path: RegExp;
  answer: (source: PortalSource, ids: string[], query: URLSearchParams) => Answer | undefined;
}

const rowsPerPage = 50;
const relatedItems = 6;
const byName = new Intl.Collator('en', { numeric: true });

const endpoints: Endpoint[] = [
  { path: /^\/organizations$/, answer: organizations },
  { path: /^\/organizations\/(\d+)$/, answer: organization },
  { path: /^\/organizations\/(\d+)\/configurations$/, answer: configurations },
  { path: /^\/organizations\/(\d+)\/configurations\/(\d+)$/, answer: configuration },
  { path: /^\/organizations\/(\d+)\/assets\/(\d+)-([\w-]+)\/records\/(\d+)$/, answer: record },
  { path: /^\/integrations$/, answer: integrations },
];

/**
 * Answers one read of the portal's own endpoints.
 * @param path what follows `/portal-api`.
 * @returns undefined for an unknown endpoint, an unknown id, or an id of another organization.
 */
export function answerFor(
  source: PortalSource,
  path: string,
  query: URLSearchParams,
): Answer | undefined {
  for (const endpoint of endpoints) {
    const match = endpoint.path.exec(path);
    if (match) return endpoint.answer(source, match.slice(1), query);
  }
  return undefined;
}

function organizations(
  source: PortalSource,
  _ids: string[],
  query: URLSearchParams,
): OrganizationsAnswer {
  const found = source.organizations().filter((each) => mentions(each.name, query.get('q')));
  const { rows, ...paging } = pageOf(found, query);
  return {
    organization: null,
    ...paging,
    rows: rows.map((each) => ({
      ...each,
      count: source.configurations(each.id).filter((item) => !item.archived).length,
    })),
  };
}

function organization(source: PortalSource, [id]: string[]): OrganizationAnswer | undefined {
  const summary = summaryOf(source, id);
  return summary && { organization: summary };
}

function configurations(
  source: PortalSource,
  [id = '']: string[],
  query: URLSearchParams,
): ConfigurationsAnswer | undefined {
  const summary = summaryOf(source, id);
  if (!summary) return undefined;
  const type = query.get('type');
  const found = source
    .configurations(id)
    .filter((each) => each.archived === (query.get('archived') === 'true'))
    .filter((each) => type === null || each.type === type)
    .filter((each) => mentions(each.name, query.get('q')));
  const { rows, ...paging } = pageOf(found, query);
  return { organization: summary, ...paging, rows: rows.map(rowOf) };
}

function configuration(
  source: PortalSource,
  [organizationId, id = '']: string[],
): ConfigurationAnswer | undefined {
  const summary = summaryOf(source, organizationId);
  const found = source.configuration(id);
  if (!summary || found?.organizationId !== summary.id) return undefined;
  const { name, type, status, archived, fields } = found;
  const related = source
    .configurations(summary.id)
    .filter((each) => each.id !== found.id && !each.archived)
    .sort((a, b) => Number(b.type === type) - Number(a.type === type))
    .slice(0, relatedItems)
    .map((each) => ({ id: each.id, name: each.name, type: each.type }));
  return {
    organization: summary,
    configuration: { id: found.id, name, type, status, archived, fields },
    related,
  };
}

function record(
  source: PortalSource,
  [organizationId, typeId, , id = '']: string[],
): RecordAnswer | undefined {
  const summary = summaryOf(source, organizationId);
  const found = source.flexibleAsset(id);
  if (!summary || found?.organizationId !== summary.id || found.typeId !== typeId) return undefined;
  const { typeSlug, typeName, name, archived, related } = found;
  const fields = found.fields.map((field) => ({ label: field.name, value: field.value }));
  return {
    organization: summary,
    record: {
      id: found.id,
      typeId: found.typeId,
      typeSlug,
      typeName,
      name,
      archived,
      fields,
      related,
    },
  };
}

function integrations(): IntegrationsAnswer {
  return {
    organization: null,
    integrations: [
      { name: 'Autotask PSA', kind: 'PSA', status: 'Active' },
      { name: 'Datto RMM', kind: 'RMM', status: 'Active' },
      { name: 'Microsoft Entra ID', kind: 'Directory', status: 'Active' },
      { name: 'Network Glue', kind: 'Network discovery', status: 'Not set up' },
    ],
  };
}

function summaryOf(source: PortalSource, id: string | undefined): OrganizationSummary | undefined {
  const found = source.organizations().find((each) => each.id === id);
  if (!found) return undefined;
  const counts = new Map<string, number>();
  for (const each of source.configurations(found.id)) {
    if (!each.archived) counts.set(each.type, (counts.get(each.type) ?? 0) + 1);
  }
  const types = [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => byName.compare(a.name, b.name));
  const total = types.reduce((sum, each) => sum + each.count, 0);
  return { id: found.id, name: found.name, configurations: total, types };
}

function rowOf(item: PortalConfiguration): ConfigurationRow {
  const field = (label: string) =>
    item.fields.find((each) => each.label.toLowerCase() === label)?.value ?? '';
  return {
    id: item.id,
    name: item.name,
    type: item.type,
    status: item.status,
    archived: item.archived,
    primaryIp: field('primary ip'),
    serialNumber: field('serial number'),
  };
}

function mentions(name: string, wanted: string | null): boolean {
  return wanted === null || name.toLowerCase().includes(wanted.trim().toLowerCase());
}

function pageOf<Row extends { name: string }>(all: Row[], query: URLSearchParams): Rows<Row> {
  const pages = Math.max(1, Math.ceil(all.length / rowsPerPage));
  const wanted = Math.trunc(Number(query.get('page') ?? 1));
  const page = wanted >= 1 ? Math.min(wanted, pages) : 1;
  const rows = [...all]
    .sort((a, b) => byName.compare(a.name, b.name))
    .slice((page - 1) * rowsPerPage, page * rowsPerPage);
  return { rows, total: all.length, page, pages };
}
