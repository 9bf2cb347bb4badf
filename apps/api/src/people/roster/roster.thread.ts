import { parentPort } from 'node:worker_threads';
import { readRosterBase64 } from './read-roster-file.js';

/** The thread of `roster-reader`: base64 in, what the file says out. */
parentPort!.on('message', (base64: string) => parentPort!.postMessage(readRosterBase64(base64)));
