import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableAgendaFragment } from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { agendaTemplateFragment } from '../agendas/agenda-template.js';

const AgendaForm = lazy(async () => ({ default: (await import('./agenda-form.js')).AgendaForm }));

export const editableAgendaFragment: TypedDocumentNode<EditableAgendaFragment> = gql`
  fragment EditableAgenda on Meeting {
    id
    version
    durationMinutes
    agenda {
      id
      key
      name
      minutes
      speakerRule
      allowed
    }
    group {
      id
      memberships {
        takesPart
        member {
          id
        }
      }
      agendaTemplates {
        ...GroupAgenda @unmask
      }
    }
  }
  ${agendaTemplateFragment}
`;

interface Props {
  readonly meeting: FragmentType<EditableAgendaFragment> & { readonly id: string };
}

/** The link to another agenda of this meeting; the form itself is fetched at the tap. */
export function EditAgenda({ meeting }: Props): ReactNode {
  const { t } = useTranslation('agendas');
  const { data, complete } = useFragment({
    fragment: editableAgendaFragment,
    fragmentName: 'EditableAgenda',
    from: meeting,
  });
  if (!complete) return null;
  return (
    <DialogButton label={t('editAgenda')} title={t('editAgendaTitle')} size="lg" variant="default">
      {(close) => (
        <Suspense fallback={<CardSkeletons />}>
          <AgendaForm meeting={data} onDone={close} />
        </Suspense>
      )}
    </DialogButton>
  );
}
