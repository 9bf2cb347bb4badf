export * from './tenant.js';
export * from './register-tenant.js';
