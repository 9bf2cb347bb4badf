export * from './result.js';
export * from './ids.js';
export * from './instant.js';
export * from './time.js';
export * from './event.js';
export * from './letters.js';
export * from './text.js';
export * from './number-in.js';
