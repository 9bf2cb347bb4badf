import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { whoseChoices, whoseFrom } from './support-filters.js';

const words = { all: 'whoseAll', forMe: 'whoseForMe', mine: 'whoseMine' } as const;

interface Props {
  readonly search: URLSearchParams;
  readonly onChange: (name: string, value: string | null) => void;
}

/** グループ, わたし宛て, 自分の相談. */
export function WhoseTabs({ search, onChange }: Props): ReactNode {
  const { t } = useTranslation('requests');
  const whose = whoseFrom(search);
  return (
    <Group gap="xs" role="group" aria-label={t('whose')}>
      {whoseChoices.map((one) => (
        <Button
          key={one}
          px="md"
          variant={one === whose ? 'filled' : 'default'}
          aria-pressed={one === whose}
          onClick={() => onChange('whose', one === 'all' ? null : one)}
        >
          {t(words[one])}
        </Button>
      ))}
    </Group>
  );
}
