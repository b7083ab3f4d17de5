import { matching, options, popup } from './pages';
import { panels } from './panels';
import { setupCheck } from './setup-check';

/** Everything that people see, state by state. */
export const surfaces = [panels, popup, options, matching, setupCheck];
