import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { CONFIG } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { webRoot } from '../web/web-root.js';

/** In server mode only the web client's own documents are run; it lists them at build time by their SHA-256. */
@Injectable()
export class Safelist {
  private readonly hashes: ReadonlySet<string> | null;

  constructor(@Inject(CONFIG) config: Config) {
    this.hashes = config.mode === 'server' && config.role !== 'worker' ? readHashes() : null;
  }

  check(query: unknown): void {
    if (!this.hashes) return;
    const text = typeof query === 'string' ? query : '';
    if (this.hashes.has(createHash('sha256').update(text).digest('hex'))) return;
    throw new GraphQLError('This document is not on the list.', {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
}

function readHashes(): ReadonlySet<string> {
  const file = `${webRoot}/operations.json`;
  if (!existsSync(file)) throw new Error(`${file} is missing: build the web client first`);
  const operations = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return new Set(Object.keys(operations));
}
