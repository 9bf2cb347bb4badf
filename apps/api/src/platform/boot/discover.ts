import type { Type } from '@nestjs/common';
import {
  CONTROLLER_WATERMARK,
  ENTRY_PROVIDER_WATERMARK,
  INJECTABLE_WATERMARK,
} from '@nestjs/common/constants.js';
import type { Loaded } from './modules-of-areas.js';

export interface Discovered {
  /** Injectable classes, resolvers and jobs among them. */
  readonly providers: readonly Type[];
  readonly controllers: readonly Type[];
}

/** Every injectable class and every controller that these files export, in their order. A noun has nothing to register. */
export function discover(modules: readonly Loaded[]): Discovered {
  const exported = new Set(modules.flatMap((module) => Object.values(module)));
  const classes = [...exported].filter((value): value is Type => typeof value === 'function');
  const having = (...marks: string[]) =>
    classes.filter((one) => marks.some((mark) => Reflect.hasOwnMetadata(mark, one)));
  return {
    providers: having(INJECTABLE_WATERMARK, ENTRY_PROVIDER_WATERMARK),
    controllers: having(CONTROLLER_WATERMARK),
  };
}
