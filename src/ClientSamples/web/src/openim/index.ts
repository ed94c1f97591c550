export * from './client';
export * from './contract';
export * from './errors';
export * from './messages';
export * from './types';
