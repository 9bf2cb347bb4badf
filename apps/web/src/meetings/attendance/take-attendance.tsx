import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../graphql/generated/operations.js';
import { PersonName } from '../../ui/person-name.js';

interface Attendee {
  readonly member: { readonly id: string; readonly displayName: string; readonly kana: string | null };
  readonly presence: Presence | null;
  readonly late: boolean;
}
interface Props {
  readonly attendees: readonly Attendee[];
  readonly withOnline: boolean;
  readonly onTap: (memberId: string, presence: Presence | null, late: boolean) => void;
}

/** Who is there, by one tap per person; the same tap again takes it back. Folded away once the first one is. */
export function TakeAttendance({ attendees, withOnline, onTap }: Props): ReactNode {
  const { t } = useTranslation('attendance');
  const choices: readonly Presence[] = withOnline ? ['PRESENT', 'ONLINE', 'ABSENT'] : ['PRESENT', 'ABSENT'];
  const there = attendees.filter(isThere).length;
  const [openAtFirst] = useState(there === 0);
  return (
    <Paper component="details" open={openAtFirst}>
      <Text component="summary" fw={700} py={8} style={{ cursor: 'pointer' }}>
        {t('attendance')} {t('there', { count: there })}
      </Text>
      <Title order={2} className="visually-hidden" id="attendance">
        {t('attendance')}
      </Title>
      <Stack gap="sm" role="region" aria-labelledby="attendance">
        <Text size="xs" c="gray.6">
          {t('attendanceHint')}
        </Text>
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {attendees.map(({ member, presence, late }) => (
            <li key={member.id}>
              <Group gap="xs" justify="space-between">
                <Text>
                  <PersonName {...member} />
                </Text>
                <Group gap={6} role="group" aria-label={member.displayName}>
                  {choices.map((choice) => (
                    <Button
                      key={choice}
                      px={10}
                      h={44}
                      fz="xs"
                      variant={presence === choice ? 'filled' : 'default'}
                      aria-pressed={presence === choice}
                      aria-label={t('presenceOf', { name: member.displayName, presence: t(choice) })}
                      onClick={() => onTap(member.id, presence === choice ? null : choice, false)}
                    >
                      {t(choice)}
                    </Button>
                  ))}
                  {isThere({ presence }) && (
                    <Button
                      px={10}
                      h={44}
                      fz="xs"
                      variant={late ? 'filled' : 'subtle'}
                      aria-pressed={late}
                      aria-label={t('presenceOf', { name: member.displayName, presence: t('late') })}
                      onClick={() => onTap(member.id, presence, !late)}
                    >
                      {t('late')}
                    </Button>
                  )}
                </Group>
              </Group>
            </li>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}

const isThere = ({ presence }: { readonly presence: Presence | null }): boolean =>
  presence === 'PRESENT' || presence === 'ONLINE';
