export * from './help-line.js';
export * from './help-lines.js';
export * from './open-now.js';
export * from './signs-of-danger.js';
