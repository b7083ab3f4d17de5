/** Every repository by its subject, to be imported as `stored`. */
export * from './activity';
export * from './credentials';
export * from './departed-devices';
export * from './first-seen';
export * from './journal-rows';
export * from './matches';
export * from './rejections';
export * from './rows';
export * from './runs';
export * from './seen';
export * from './shared-entries';
export * from './shared-macs';
export * from './sightings';
export * from './undo-steps';
export * from './wireless';
