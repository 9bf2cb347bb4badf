import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button, Modal } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditableAgendaFragment } from '../graphql/generated/operations.js';
import { CardSkeletons } from '../ui/skeletons.js';
import '../words/plan-words.js';

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
    }
  }
`;

interface Props {
  readonly meeting: FragmentType<EditableAgendaFragment> & { readonly id: string };
}

/** The way to another agenda of this meeting; the form itself is fetched when somebody goes there. */
export function EditAgenda({ meeting }: Props): ReactNode {
  const { t } = useTranslation('plan');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data, complete } = useFragment({
    fragment: editableAgendaFragment,
    fragmentName: 'EditableAgenda',
    from: meeting,
  });
  if (!complete) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('editAgenda')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('editAgendaTitle')}
        size="lg"
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Suspense fallback={<CardSkeletons />}>
          <AgendaForm meeting={data} onDone={() => setOpened(false)} />
        </Suspense>
      </Modal>
    </>
  );
}
