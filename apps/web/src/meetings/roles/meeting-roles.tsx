import type { FragmentType } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingRoleName, MeetingRolesFragment } from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { sayDone } from '../../ui/say-done.js';
import { meetingRolesFragment } from './meeting-roles-fragment.js';
import { setMeetingRole } from './set-meeting-role.js';
import { swapMeetingRoles } from './swap-meeting-roles.js';
import { takeMeetingRole } from './take-meeting-role.js';
import { passMeetingRoleOn } from './pass-meeting-role-on.js';
import { suggestMeetingRoles } from './suggest-meeting-roles.js';

interface Props {
  readonly meeting: FragmentType<MeetingRolesFragment> & { readonly id: string };
}

/** A member chosen for a role who has another one. */
interface Doubling {
  readonly role: MeetingRoleName;
  readonly other: MeetingRoleName;
  readonly memberId: string;
}

/** 当日の係: whose turn it is, with a way to pass it on, to take a free one, or for the facilitator to choose. */
export function MeetingRoles({ meeting }: Props): ReactNode {
  const { t } = useTranslation('roles');
  const { data, complete } = useFragment({
    fragment: meetingRolesFragment,
    fragmentName: 'MeetingRoles',
    from: meeting,
  });
  const [set, setting] = useMutation(setMeetingRole);
  const [take, taking] = useMutation(takeMeetingRole);
  const [pass] = useMutation(passMeetingRoleOn);
  const [suggest, suggesting] = useMutation(suggestMeetingRoles);
  const [swap] = useMutation(swapMeetingRoles);
  const [doubling, setDoubling] = useState<Doubling | null>(null);
  const [passing, setPassing] = useState<MeetingRoleName | null>(null);
  if (!complete || data.status === 'CANCELLED') return null;
  const { id: meetingId, roles, attendees } = data;
  const free = roles.some(({ member }) => !member);
  const maySet = roles.some(({ viewerCan }) => viewerCan.set);
  if (data.status !== 'SCHEDULED' && roles.every(({ member }) => !member)) return null;
  const wordsOf = ({ role, other, memberId }: Doubling) => ({
    name: attendees.find(({ member }) => member.id === memberId)?.member.displayName,
    role: t(role),
    other: t(other),
    holder: roles.find((one) => one.role === role)?.member?.displayName,
  });
  const error = setting.error ?? taking.error ?? suggesting.error;
  return (
    <Paper component="section" aria-labelledby="roles">
      <Stack gap="md">
        <Title order={2} size="h3" id="roles">
          {t('roles')}
        </Title>
        {free && data.status === 'SCHEDULED' && <Text c="gray.6">{t('rolesHint')}</Text>}
        {roles.map(({ role, member, because, viewerCan }) => (
          <Group key={role} justify="space-between" gap="sm">
            <div>
              <Text fw={700}>{t(role)}</Text>
              {member ? (
                <Text>
                  <PersonName {...member} polite />{' '}
                  <Text span size="xs" c="gray.6">
                    {because && t(`because.${because}`)}
                  </Text>
                </Text>
              ) : (
                <Text c="gray.6">{t('roleFree')}</Text>
              )}
            </div>
            <Group gap="xs">
              {viewerCan.take && (
                <Button
                  variant="default"
                  aria-label={t('takeRole', { role: t(role) })}
                  loading={taking.loading}
                  onClick={() => void take({ variables: { meetingId, role } }).catch(() => undefined)}
                >
                  {t('take')}
                </Button>
              )}
              {viewerCan.passOn && (
                <Button
                  variant="default"
                  aria-label={t('passOnRole', { role: t(role) })}
                  onClick={() => setPassing(role)}
                >
                  {t('passOn')}
                </Button>
              )}
              {viewerCan.set && (
                <NativeSelect
                  aria-label={t('setRole', { role: t(role) })}
                  disabled={setting.loading}
                  data={[
                    { value: '', label: t('nobody') },
                    ...attendees.map(({ member: one }) => ({ value: one.id, label: one.displayName })),
                  ]}
                  value={member?.id ?? ''}
                  onChange={(event) => {
                    const memberId = event.currentTarget.value || null;
                    const other = roles.find((one) => one.role !== role && one.member?.id === memberId);
                    if (memberId && other && member) setDoubling({ role, other: other.role, memberId });
                    else void set({ variables: { meetingId, role, memberId } }).catch(() => undefined);
                  }}
                />
              )}
            </Group>
          </Group>
        ))}
        {free && maySet && (
          <Group>
            <Button
              variant="default"
              loading={suggesting.loading}
              onClick={() => void suggest({ variables: { meetingId } }).catch(() => undefined)}
            >
              {t('suggest')}
            </Button>
          </Group>
        )}
        {error && <ErrorText error={error} />}
      </Stack>
      <ConfirmDialog
        opened={passing !== null}
        onClose={() => setPassing(null)}
        title={passing ? t('passOnRole', { role: t(passing) }) : ''}
        confirm={t('passOn')}
        onConfirm={async () => {
          if (passing) await pass({ variables: { meetingId, role: passing } });
          sayDone(t('passedOn'));
        }}
      >
        <Text>{t('passOnAsk')}</Text>
      </ConfirmDialog>
      {doubling && (
        <ConfirmDialog
          opened
          onClose={() => setDoubling(null)}
          title={t('swapTitle')}
          confirm={t('swap')}
          onConfirm={async () => {
            const { role, other: withRole } = doubling;
            await swap({ variables: { meetingId, role, withRole } });
            sayDone(t('swapped'));
          }}
        >
          <Text>{t('swapAsk', { ...wordsOf(doubling) })}</Text>
          <Group>
            <Button
              variant="subtle"
              px="xs"
              onClick={() => {
                const { role, memberId } = doubling;
                setDoubling(null);
                void set({ variables: { meetingId, role, memberId } }).catch(() => undefined);
              }}
            >
              {t('haveBoth')}
            </Button>
          </Group>
        </ConfirmDialog>
      )}
    </Paper>
  );
}
