import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { agendaLimits } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupAgendaFragment } from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { sayDone } from '../../ui/say-done.js';
import { CreateAgendaTemplate } from './create-agenda-template.js';
import { EditAgendaTemplate } from './edit-agenda-template.js';
import { removeAgendaTemplate } from './remove-agenda-template.js';

interface Props {
  readonly groupId: string;
  /** Those who take part: what minutes for each person come to. */
  readonly headCount: number;
  readonly agendas: readonly GroupAgendaFragment[];
}

/** The agendas that a group has made its own: looked at, renamed, changed, taken out of use, and new ones. */
export function AgendaTemplates({ groupId, headCount, agendas }: Props): ReactNode {
  const { t } = useTranslation('agendas');
  const { t: common } = useTranslation();
  const [editing, setEditing] = useState<GroupAgendaFragment | 'new' | null>(null);
  const [removing, setRemoving] = useState<GroupAgendaFragment | null>(null);
  const [remove] = useMutation(removeAgendaTemplate);
  const close = (): void => setEditing(null);
  // What others do to it meanwhile reaches the open form, which says so.
  const edited = editing === 'new' ? null : (agendas.find(({ id }) => id === editing?.id) ?? editing);
  const another = agendas.length < agendaLimits.templates && (
    <Button variant={agendas.length === 0 ? 'filled' : 'default'} onClick={() => setEditing('new')}>
      {t('ownAgendaNew')}
    </Button>
  );
  return (
    <>
      {agendas.length === 0 && <EmptyState action={another}>{t('ownAgendasNone')}</EmptyState>}
      {agendas.map((agenda) => (
        <Paper key={agenda.id} component="article" aria-label={agenda.name}>
          <Stack gap="sm">
            <Title order={2} size="h3">
              {agenda.name}
            </Title>
            <Stack component="ol" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
              {agenda.steps.map((step, i) => (
                <li key={i}>
                  <Group gap="sm" wrap="nowrap" justify="space-between" align="flex-start">
                    <Text>
                      {i + 1}. {step.name}
                    </Text>
                    <Text c="gray.6" style={{ whiteSpace: 'nowrap' }}>
                      {t(step.perPerson ? 'minutesEach' : 'minutesAll', { minutes: step.minutes })}
                    </Text>
                  </Group>
                </li>
              ))}
            </Stack>
            <Group gap="sm">
              <Button
                variant="default"
                aria-label={t('ownAgendaEditOf', { name: agenda.name })}
                onClick={() => setEditing(agenda)}
              >
                {t('ownAgendaEdit')}
              </Button>
              <Button
                variant="subtle"
                color="red"
                aria-label={t('ownAgendaRemoveOf', { name: agenda.name })}
                onClick={() => setRemoving(agenda)}
              >
                {t('ownAgendaRemove')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      ))}
      {agendas.length > 0 && <Group>{another}</Group>}
      <Modal
        opened={editing !== null}
        onClose={close}
        title={t(edited ? 'ownAgendaEditTitle' : 'ownAgendaNew')}
        size="lg"
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {edited ? (
          <EditAgendaTemplate agenda={edited} headCount={headCount} onDone={close} />
        ) : (
          <CreateAgendaTemplate groupId={groupId} headCount={headCount} onDone={close} />
        )}
      </Modal>
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('ownAgendaRemoveOf', { name: removing?.name })}
        confirm={t('ownAgendaRemove')}
        danger
        onConfirm={async () => {
          if (removing) await remove({ variables: { id: removing.id } });
          sayDone(t('ownAgendaRemoved'));
        }}
      >
        <Text>{t('ownAgendaRemoveAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
