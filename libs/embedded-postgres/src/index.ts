export { runningPostgresUrl, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
export { freePort } from './free-port.js';
export { CannotStart } from './postgres-place.js';
