export * from './strengths.js';
