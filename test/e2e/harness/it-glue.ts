import type { Simulator } from '@/test/simulator';

/** A request to IT Glue beside the extension's, such as a person's change in the portal. Throws where it is refused. */
export async function itGlue(
  simulator: Simulator,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  data?: { type: string; attributes: Record<string, unknown> } | readonly unknown[],
): Promise<string> {
  const [key] = simulator.tenant.itglue.keys;
  const answer = await simulator.fetch(`https://api.itglue.com${path}`, {
    method,
    headers: { 'x-api-key': key?.key ?? '', 'content-type': 'application/vnd.api+json' },
    ...(data && { body: JSON.stringify({ data }) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  const made = text === '' ? undefined : (JSON.parse(text) as { data: { id?: string } }).data;
  return made?.id ?? '';
}
