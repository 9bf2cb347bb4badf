/** Names under which values (not classes) are injected. */
export const CONFIG = 'CONFIG';
export const LOGGER = 'LOGGER';
export const OWNER_URL = 'OWNER_URL';
export const EVENT_CATALOGUE = 'EVENT_CATALOGUE';
export const RETENTION = 'RETENTION';
