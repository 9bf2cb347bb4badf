import { gql, type TypedDocumentNode } from '@apollo/client';
import type { ProgrammesQuery, ProgrammesQueryVariables } from '../../graphql/generated/operations.js';

export const programmesQuery: TypedDocumentNode<ProgrammesQuery, ProgrammesQueryVariables> = gql`
  query Programmes {
    programmes {
      id
      name
      startsOn
      endsOn
    }
  }
`;
