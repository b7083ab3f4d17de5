import { dattoFindings } from '@/lib/datto/checks/looks';
import { DattoError } from '@/lib/datto/errors';
import { itGlueFindings } from '@/lib/itglue/checks/looks';
import { ItGlueError } from '@/lib/itglue/errors';
import { finding, type Finding } from '@/lib/model/setup-check';

/** What a failure says, without any of the server's words. @throws what no API failed with */
export function failed(error: unknown): Finding[] {
  if (error instanceof DattoError) return dattoFindings(error.host, error);
  if (error instanceof ItGlueError) return itGlueFindings('key', error);
  if (error instanceof Error && error.name === 'TimeoutError') return [finding('requests', 'late')];
  throw error;
}
