import { ForbiddenException, NotFoundException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';

/** A foreign page whose name was made to point at this machine asks under its own name. */
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The doors of the development mode: in embedded mode only, for requests from this machine. */
export function mustBeHere(config: Config, request: Pick<FastifyRequest, 'hostname'>): void {
  if (config.mode !== 'embedded' || !ownNames.has(request.hostname)) throw new NotFoundException();
}

/** The same for what changes something: by a page of ours or by no page at all. A form of another page can send no JSON. */
export function mustBeOurs(config: Config, request: Pick<FastifyRequest, 'hostname' | 'headers'>): void {
  mustBeHere(config, request);
  const { origin, host } = request.headers;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
    throw new ForbiddenException();
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new UnsupportedMediaTypeException();
}
