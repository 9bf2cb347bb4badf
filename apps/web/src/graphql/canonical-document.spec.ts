import { gql } from '@apollo/client';
import { expect, it } from '@jest/globals';
import { print } from 'graphql';
import { canonicalDocument } from './canonical-document.js';
import { composeDocument } from './compose-document.js';

const a = gql`
  fragment A on Member {
    id
  }
`;
const b = gql`
  fragment B on Member {
    ...A
  }
  ${a}
`;

it('sends the same text however the fragments were put together', () => {
  const one = gql`
    query Q {
      viewer {
        member {
          ...B
          ...A
        }
      }
    }
    ${b}
    ${a}
  `;
  const other = composeDocument(one.definitions.slice(0, 1), [a, b]);
  expect(print(canonicalDocument(one))).toBe(print(canonicalDocument(other)));
});
