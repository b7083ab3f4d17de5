import { portalPage } from '@/lib/portal/page';
import { ProblemError } from './problem-error';

/**
 * A content script may ask only about the configuration its tab is on.
 * @throws ProblemError `not-permitted`
 */
export function own<Page extends { organizationId: string; configurationId: string }>(
  asked: Page,
  url: string | undefined,
): Page {
  const page = url === undefined ? null : portalPage(url);
  if (
    page?.kind !== 'configuration' ||
    page.organizationId !== asked.organizationId ||
    page.configurationId !== asked.configurationId
  )
    throw new ProblemError({ kind: 'not-permitted' });
  return asked;
}

/**
 * A content script may ask about the organization whose page its tab is on.
 * @throws ProblemError `not-permitted`
 */
export function ownOrganization<Asked extends { organizationId: string }>(
  asked: Asked,
  url: string | undefined,
): Asked {
  const page = url === undefined ? null : portalPage(url);
  if (page === null || !('organizationId' in page) || page.organizationId !== asked.organizationId)
    throw new ProblemError({ kind: 'not-permitted' });
  return asked;
}

/**
 * A content script may ask only about the record its tab is on.
 * @throws ProblemError `not-permitted`
 */
export function ownRecord<
  Page extends { organizationId: string; typeId: string; recordId: string },
>(asked: Page, url: string | undefined): Page {
  const page = url === undefined ? null : portalPage(url);
  if (
    page?.kind !== 'record' ||
    page.organizationId !== asked.organizationId ||
    page.typeId !== asked.typeId ||
    page.recordId !== asked.recordId
  )
    throw new ProblemError({ kind: 'not-permitted' });
  return asked;
}
