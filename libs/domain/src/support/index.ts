export * from './support-request.js';
export * from './support-policy.js';
export * from './post-support-request.js';
export * from './answer-support-request.js';
export * from './close-support-request.js';
export * from './propose-type-and-title.js';
export * from './signs-of-danger.js';
export * from './tax-or-law.js';
