export * from './client';
export * from './contract';
export * from './errors';
export * from './errorTexts';
export * from './friends';
export * from './groups';
export * from './messages';
export { wait } from './reconnect';
export * from './types';
