import { fromPublicId, type Id, type IdName } from '@yoriai/domain/kernel';
import { refuse } from '../errors/must.js';

export { publicId } from '@yoriai/domain/kernel';

/** The id inside an argument; one that is malformed or of another kind names nothing: NOT_FOUND. */
export function idArg<N extends IdName>(name: N, text: string): Id<N> {
  return fromPublicId(name, text) ?? refuse({ code: 'NOT_FOUND' });
}

/** The same for an argument that may be missing. */
export function optionalIdArg<N extends IdName>(name: N, text: string | null | undefined): Id<N> | null {
  return text === null || text === undefined ? null : idArg(name, text);
}
