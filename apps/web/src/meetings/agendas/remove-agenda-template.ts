import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  RemoveAgendaTemplateMutation,
  RemoveAgendaTemplateMutationVariables,
} from '../../graphql/generated/operations.js';

export const removeAgendaTemplate: TypedDocumentNode<
  RemoveAgendaTemplateMutation,
  RemoveAgendaTemplateMutationVariables
> = gql`
  mutation RemoveAgendaTemplate($id: ID!) {
    removeAgendaTemplate(templateId: $id) {
      id
      agendaTemplates {
        id
      }
    }
  }
`;
