import { words } from './words';

/** Trades that one company often has together, a line for each. */
export const companionTrades: readonly ReadonlySet<string>[] = `
  plumbing heating cooling air hvac mechanical electric electrical drain drains sewer
  bakery cafe deli coffee pastry
  bar grill pub tavern restaurant kitchen brewery taproom
  tire tires auto lube brake brakes
  lawn landscape landscaping garden gardens nursery tree irrigation
  roofing siding gutters exteriors windows
  inn suites lodge resort spa
  tax accounting bookkeeping payroll
  realty realtors property
  feed seed grain
  sales service parts rentals rental
  funeral cremation
  towing recovery
  signs graphics printing
`
  .trim()
  .split('\n')
  .map(words);
