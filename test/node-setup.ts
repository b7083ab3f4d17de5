import { setMaxListeners } from 'node:events';

// A sync hands one signal to all its requests, and Node warns from the eleventh listener on; browsers do not.
setMaxListeners(100);
