import { Group, Radio, Stack } from '@mantine/core';
import { IconMoodCry, IconMoodEmpty, IconMoodHappy, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const faces = {
  1: IconMoodCry,
  2: IconMoodSad,
  3: IconMoodEmpty,
  4: IconMoodSmile,
  5: IconMoodHappy,
} as const;
export type Mood = keyof typeof faces;
const moods = [5, 4, 3, 2, 1] as const satisfies readonly Mood[];

/** A face with its word: neither alone would do. */
export function MoodFace({ mood }: { mood: number }): ReactNode {
  const { t } = useTranslation('checkIns');
  const Face = faces[mood as Mood];
  return (
    <Group component="span" gap={8} display="inline-flex" wrap="nowrap">
      <Face size={24} aria-hidden />
      {t(`moods.m${mood as Mood}`)}
    </Group>
  );
}

interface Props {
  readonly value: Mood | null;
  readonly onChange: (mood: Mood | null) => void;
}

/** Five faces, and a way not to say. */
export function ChooseMood({ value, onChange }: Props): ReactNode {
  const { t } = useTranslation('checkIns');
  return (
    <Radio.Group
      label={t('mood')}
      value={String(value ?? '')}
      onChange={(chosen) => onChange(chosen === '' ? null : (Number(chosen) as Mood))}
    >
      <Stack gap={0} mt={4}>
        {moods.map((mood) => (
          <Radio key={mood} value={String(mood)} label={<MoodFace mood={mood} />} py={10} />
        ))}
        <Radio value="" label={t('moodNone')} py={10} />
      </Stack>
    </Radio.Group>
  );
}
