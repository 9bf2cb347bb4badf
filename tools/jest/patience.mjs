import { jest } from '@jest/globals';

/** Starting the real application on a database of its own takes longer than jest's five seconds on a busy machine. */
jest.setTimeout(300_000);
