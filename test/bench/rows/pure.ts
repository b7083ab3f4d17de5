/** What is measured in Node, as it ships. */
export { deviceRules, deviceRulesShared } from './device-rules';
export { suggestions } from './suggestions';
