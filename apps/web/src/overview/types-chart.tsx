import { Box, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../ui/use-language.js';
import type { Language } from '../words/i18n.js';

interface Month {
  readonly month: string;
  readonly informational: number;
  readonly instrumental: number;
  readonly emotional: number;
  readonly appraisal: number;
}
const kinds = [
  { key: 'informational', word: 'INFORMATIONAL', color: 'var(--mantine-color-brand-7)' },
  { key: 'instrumental', word: 'INSTRUMENTAL', color: 'var(--mantine-color-brand-4)' },
  { key: 'emotional', word: 'EMOTIONAL', color: 'var(--mantine-color-attention-6)' },
  { key: 'appraisal', word: 'APPRAISAL', color: 'var(--mantine-color-gray-6)' },
] as const;
/** 6月 · Jun */
const monthName = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
const [width, height, bar] = [100, 100, 62];

/** Requests per month and kind: bars for the eye, the same figures in a table for screen readers. */
export function TypesChart({ months }: { months: readonly Month[] }): ReactNode {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const most = Math.max(
    1,
    ...months.map((one) => one.informational + one.instrumental + one.emotional + one.appraisal),
  );
  return (
    <Box>
      <svg
        role="img"
        aria-label={t('typesChart')}
        viewBox={`0 0 ${months.length * width} ${height}`}
        style={{ width: '100%', height: 120, display: 'block' }}
        preserveAspectRatio="none"
      >
        {months.map((month, i) => {
          let top = height;
          return kinds.map(({ key, color }) => {
            const tall = (month[key] / most) * height;
            top -= tall;
            return (
              <rect
                key={key}
                x={i * width + (width - bar) / 2}
                y={top}
                width={bar}
                height={tall}
                fill={color}
              />
            );
          });
        })}
      </svg>
      <Box
        aria-hidden
        display="grid"
        fz="sm"
        ta="center"
        mb="md"
        style={{ gridAutoFlow: 'column', gridAutoColumns: '1fr' }}
      >
        {months.map(({ month }) => (
          <span key={month}>{monthName(month, language)}</span>
        ))}
      </Box>
      <Table.ScrollContainer minWidth={230}>
        <Table horizontalSpacing={4} fz="sm" style={{ wordBreak: 'keep-all', overflowWrap: 'normal' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('month')}</Table.Th>
              {kinds.map(({ word, color }) => (
                <Table.Th key={word} ta="right">
                  <Box
                    component="span"
                    aria-hidden
                    display="block"
                    w={12}
                    h={12}
                    mb={4}
                    ml="auto"
                    style={{ background: color, borderRadius: 3 }}
                  />
                  {t(word)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {months.map((month) => (
              <Table.Tr key={month.month}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                  {monthName(month.month, language)}
                </Table.Th>
                {kinds.map(({ key }) => (
                  <Table.Td key={key} ta="right">
                    {month[key]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}
