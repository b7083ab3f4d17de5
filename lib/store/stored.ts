/** Every repository by its subject: `import * as stored from '@/lib/store/stored'`. */
export * from './activity';
export * from './credentials';
export * from './journal-rows';
export * from './matches';
export * from './rejections';
export * from './rows';
export * from './runs';
export * from './wireless';
