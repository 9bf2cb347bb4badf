import { NativeSelect } from '@mantine/core';
import { meetingLimits } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const lengths = [30, 60, 90, 120, 150, 180, 210, 240, 300, 360, 480, 600, meetingLimits.durationMinutes.max];

interface DurationProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly error: ReactNode;
  readonly onChange: (minutes: number) => void;
}

/** Half an hour to twelve hours; a length that was set elsewhere stays among the choices. */
export function DurationSelect({ value, onChange, ...props }: DurationProps): ReactNode {
  const words = useDurationWords();
  const offered = lengths.includes(value) ? lengths : [...lengths, value].toSorted((a, b) => a - b);
  return (
    <NativeSelect
      {...props}
      data={offered.map((minutes) => ({ value: String(minutes), label: words(minutes) }))}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}

/** 2時間, 1時間30分, 45分 */
function useDurationWords(): (minutes: number) => string {
  const { t } = useTranslation('meetings');
  return (minutes) => {
    if (minutes % 60 === 0) return t('hours', { hours: minutes / 60 });
    return minutes % 60 === 30 && minutes > 60
      ? t('hoursHalf', { hours: Math.floor(minutes / 60) })
      : t('minutes', { minutes });
  };
}
