import { history } from './history';
import { matching } from './matching';
import { network } from './network';
import { options } from './options';
import { panels } from './panels';
import { parts } from './parts';
import { ports } from './ports';
import { popup } from './popup';
import { setupCheck } from './setup-check';
import { welcome } from './welcome';

/** Everything that people see, state by state. */
export const surfaces = [
  panels,
  history,
  ports,
  popup,
  welcome,
  options,
  matching,
  network,
  setupCheck,
  parts,
];
