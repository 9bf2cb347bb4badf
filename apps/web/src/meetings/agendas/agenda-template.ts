import { gql, type TypedDocumentNode } from '@apollo/client';
import type { GroupAgendaFragment } from '../../graphql/generated/operations.js';

/** An agenda that a group keeps, as it is shown, changed and chosen. */
export const agendaTemplateFragment: TypedDocumentNode<GroupAgendaFragment> = gql`
  fragment GroupAgenda on AgendaTemplate {
    id
    name
    version
    steps {
      key
      name
      minutes
      perPerson
      speakerRule
      allowed
    }
  }
`;
