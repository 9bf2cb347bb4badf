export * from './tenant.js';
export * from './register-tenant.js';
export * from './tenant-events.js';
