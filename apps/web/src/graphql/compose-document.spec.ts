import { describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { composeDocument } from './compose-document.js';

describe('a precompiled document', () => {
  const parts = parse('fragment SayHere on Meeting { id }');
  const wide = composeDocument(parse('fragment Wide on Meeting { ...SayHere }').definitions, [parts]);

  it('holds each fragment once, however many bring it along', () => {
    const { definitions } = composeDocument(parse('query A { a { ...Wide ...SayHere } }').definitions, [
      wide,
      parts,
    ]);
    expect(definitions).toHaveLength(3);
  });

  it('keeps an operation and a fragment of the same name apart', () => {
    const document = composeDocument(parse('mutation SayHere { sayHere { ...SayHere } }').definitions, [
      parts,
    ]);
    expect(print(document)).toBe(
      print(parse('mutation SayHere { sayHere { ...SayHere } } fragment SayHere on Meeting { id }')),
    );
  });
});
