import { matching, options, popup } from './pages';
import { panels } from './panels';

/** Everything that people see, state by state. */
export const surfaces = [panels, popup, options, matching];
