import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../graphql/generated/operations.js';
import { PersonName } from '../ui/person-name.js';

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

/** Who is there, by one tap per person; the same tap again takes it back. */
export function TakeAttendance({ attendees, withOnline, onTap }: Props): ReactNode {
  const { t } = useTranslation('run');
  const choices: readonly Presence[] = withOnline ? ['PRESENT', 'ONLINE', 'ABSENT'] : ['PRESENT', 'ABSENT'];
  const there = attendees.filter(isThere).length;
  return (
    <Paper component="section" aria-labelledby="attendance">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3" id="attendance">
            {t('attendance')}
          </Title>
          <Text fw={700}>{t('there', { count: there })}</Text>
        </Group>
        <Text size="xs" c="gray.6">
          {t('attendanceHint')}
        </Text>
        <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
          {attendees.map(({ member, presence, late }) => (
            <li key={member.id}>
              <Text>
                <PersonName {...member} polite />
              </Text>
              <Group gap="xs" mt={4} role="group" aria-label={member.displayName}>
                {choices.map((choice) => (
                  <Button
                    key={choice}
                    px="sm"
                    h={44}
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
                    px="sm"
                    h={44}
                    variant={late ? 'filled' : 'subtle'}
                    aria-pressed={late}
                    aria-label={t('presenceOf', { name: member.displayName, presence: t('late') })}
                    onClick={() => onTap(member.id, presence, !late)}
                  >
                    {t('late')}
                  </Button>
                )}
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
