import type { SimulatorAnswer, SimulatorRequest } from './exchange';
import type { Fault, FaultHandle, Faults } from './faults';
import type { RequestLog } from './request-log';
import type { Tenant } from './tenant/tenant';

/**
 * The simulator's own addresses, for people and for programs in other processes:
 * `GET /__simulator` (summary), `GET /__simulator/requests`, `POST /__simulator/faults` (a Fault as JSON; an
 * expression as `"path": "/…/"`; answers the number to release it by), `POST /__simulator/faults/<n>/release`,
 * `DELETE /__simulator/faults`.
 */
export function createControl(tenant: () => Tenant, faults: Faults, requests: RequestLog) {
  const handles: FaultHandle[] = [];

  return (request: SimulatorRequest): SimulatorAnswer => {
    const path = request.path.replace(/^\/__simulator/, '').replace(/\/$/, '');
    switch (`${request.method} ${path.replace(/\d+/, ':n')}`) {
      case 'GET ':
        return json(200, summary(tenant(), requests));
      case 'GET /requests':
        return json(200, requests.all());
      case 'POST /faults': {
        let fault: Fault;
        try {
          fault = readFault(request.body);
        } catch (error) {
          return json(400, { error: String(error) });
        }
        handles.push(faults.add(fault));
        return json(201, { fault: handles.length - 1 });
      }
      case 'POST /faults/:n/release':
        handles[Number(/\d+/.exec(path)?.[0])]?.release();
        return json(200, {});
      case 'DELETE /faults':
        faults.clear();
        return json(200, {});
      default:
        return json(404, { error: `Nothing at ${request.method} ${request.path}` });
    }
  };
}

function readFault(body: string): Fault {
  const fault = JSON.parse(body) as Fault & { path?: string };
  if (typeof fault.kind !== 'string') throw new Error('A fault has a "kind".');
  const expression = /^\/(.+)\/$/.exec(fault.path ?? '');
  return expression?.[1] === undefined ? fault : { ...fault, path: new RegExp(expression[1]) };
}

function summary({ datto, itglue }: Tenant, requests: RequestLog) {
  const devices = (list: 'nodes' | 'switches' | 'powerStrips' | 'routers') =>
    datto.networks.reduce((sum, network) => sum + network[list].length, 0);
  return {
    datto: {
      networks: datto.networks.length,
      accessPoints: devices('nodes'),
      switches: devices('switches'),
      powerStrips: devices('powerStrips'),
      routers: devices('routers'),
    },
    itglue: {
      organizations: itglue.organizations.size,
      configurations: itglue.configurations.size,
      flexibleAssets: itglue.flexibleAssets.size,
      passwords: itglue.passwords.size,
      relatedItems: itglue.relatedItems.size,
    },
    requests: { total: requests.count(), writes: requests.writes().length },
  };
}

function json(status: number, body: unknown): SimulatorAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body, null, 2),
  };
}
