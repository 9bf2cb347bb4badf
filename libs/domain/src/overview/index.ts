export * from './quiet-members.js';
