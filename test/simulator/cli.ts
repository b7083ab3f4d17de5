import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSimulator } from './index';
import { demoTenant } from './tenant/demo';
import { fieldTenant } from './tenant/field';
import { generateTenant, type TenantSize } from './tenant/generate';
import { portalShapes } from './tenant/quirks';

const usage = `npm run simulator -- [options]
  --port N           TLS port on 127.0.0.1 (default 8443)
  --http-port N      plain HTTP port, everything told apart by path (default 8080)
  --tenant field     what real accounts do to a client, one of each, instead of the demo tenant
  --seed N           a generated tenant instead of the demo tenant; with it
  --organizations N  --networks N  --devices N   its size
  --portal SHAPE     what the portal's pages are made of: ${portalShapes.join(', ')}
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    'http-port': { type: 'string', default: '8080' },
    tenant: { type: 'string', default: 'demo' },
    seed: { type: 'string' },
    organizations: { type: 'string' },
    networks: { type: 'string' },
    devices: { type: 'string' },
    portal: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  await run().catch((error: unknown) => {
    const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(busy ? `${error.message}\nChoose others with --port and --http-port.` : error);
    process.exit(1);
  });
}

async function run(): Promise<void> {
  const size: TenantSize = {};
  for (const name of ['seed', 'organizations', 'networks', 'devices'] as const) {
    if (values[name] !== undefined) size[name] = Number(values[name]);
  }
  const named = [demoTenant, fieldTenant][['demo', 'field'].indexOf(values.tenant)];
  if (named === undefined) throw new Error(usage);
  const tenant = Object.keys(size).length > 0 ? generateTenant(size) : named();
  const shape = portalShapes.find((each) => each === values.portal);
  if (values.portal !== undefined && shape === undefined) throw new Error(usage);
  if (shape !== undefined) tenant.quirks.portal.shape = shape;
  const simulator = await startSimulator({
    tenant,
    port: Number(values.port),
    httpPort: Number(values['http-port']),
  });
  const certificate = join(await mkdtemp(join(tmpdir(), 'simulator-')), 'certificate.pem');
  await writeFile(certificate, simulator.certPem);

  const http = `http://127.0.0.1:${simulator.httpPort ?? 0}`;
  const [datto] = tenant.datto.keys;
  const [itGlue, withoutPasswords] = tenant.itglue.keys;
  const devices = tenant.datto.networks.reduce(
    (sum, { nodes, switches, powerStrips, routers }) =>
      sum + nodes.length + switches.length + powerStrips.length + routers.length,
    0,
  );
  console.log(`
Simulated vendors on loopback: ${tenant.itglue.organizations.size} organizations, ${tenant.itglue.configurations.size} configurations, ${tenant.datto.networks.length} networks, ${devices} devices.

  HTTPS, by host name   127.0.0.1:${simulator.port}
                        api.cloudtrax.com, api-v2.cloudtrax.com, api-v3.cloudtrax.com,
                        api.itglue.com, ${new URL(simulator.portalUrl).host}
  HTTP, by path         ${http}
                        /network /node /switch /powerstrip /router /history /time: Datto;
                        with x-api-key: IT Glue; anything else: the portal

  Datto public key      ${datto?.key ?? ''}
  Datto secret key      ${datto?.secret ?? ''}
  IT Glue API key       ${itGlue?.key ?? ''}
  … without passwords   ${withoutPasswords?.key ?? ''}
  IT Glue region        ${tenant.itglue.region.toUpperCase()}
  IT Glue subdomain     ${tenant.itglue.subdomain}

Certificate: ${certificate}
  NODE_EXTRA_CA_CERTS=${certificate} node …
  curl --cacert ${certificate} --connect-to ::127.0.0.1:${simulator.port} \\
       -H 'x-api-key: ${itGlue?.key ?? ''}' 'https://api.itglue.com/organizations?page[size]=5' --globoff
  curl -H 'x-api-key: ${itGlue?.key ?? ''}' '${http}/organizations'

Chromium:
${simulator
  .chromiumArgs()
  .map((argument) => `  '${argument}'`)
  .join('\n')}

Faults (kinds: latency, too-many-requests, server-error, reset, truncated, malformed, hang, clock-skew, answer):
  curl -X POST ${http}/__simulator/faults -d '{"kind":"server-error","effect":"after","api":"itglue","method":"POST"}'
  curl -X POST ${http}/__simulator/faults -d '{"kind":"hang","path":"/^\\\\/configurations/"}'   then …/faults/<n>/release
  curl -X DELETE ${http}/__simulator/faults
  curl ${http}/__simulator            counts     curl ${http}/__simulator/requests   what was asked

Ends with Ctrl-C.`);

  const stop = () => void simulator.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
