import { gql, type TypedDocumentNode } from '@apollo/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFragment } from '../../graphql/generated/operations.js';
import { dateSpan } from '../../ui/dates.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import classes from './paper-sheet.module.css';

export const paperFragment: TypedDocumentNode<PaperFragment> = gql`
  fragment Paper on Meeting {
    id
    title
    startsAt
    endsAt
    timeZone
    place
    group {
      id
      name
    }
    agenda {
      id
      name
      minutes
      prompt
    }
    attendees {
      member {
        id
        displayName
        kana
      }
    }
    viewerCan {
      run
    }
  }
`;

const linesForDecisions = 6;

/** Two sheets of A4: what to say when, and who was there with what they will do. */
export function PaperSheet({ meeting }: { meeting: PaperFragment }): ReactNode {
  const { t } = useTranslation('console');
  const language = useLanguage();
  const head = (
    <p>
      {meeting.group.name} ・ {dateSpan(meeting, language)}
      {meeting.place && ` ・ ${meeting.place}`}
    </p>
  );
  return (
    <div className={classes['sheets']}>
      <article className={classes['sheet']}>
        <h2>
          {meeting.title} {t('script')}
        </h2>
        {head}
        <table>
          <tbody>
            {meeting.agenda.map((step, i) => (
              <tr key={step.id}>
                <td className={classes['time']}>
                  {t('atMinute', { minutes: startOf(meeting.agenda, i) })}
                  <br />
                  {t('minutes', { minutes: step.minutes })}
                </td>
                <td>
                  <strong>
                    {i + 1}. {step.name}
                  </strong>
                  {step.prompt && (
                    <>
                      <br />
                      {step.prompt}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {meeting.agenda.length === 0 && <p>{t('freeRun')}</p>}
      </article>
      <article className={classes['sheet']}>
        <h2>
          {meeting.title} {t('sheet')}
        </h2>
        {head}
        <table>
          <thead>
            <tr>
              <th scope="col">{t('sheetName')}</th>
              <th scope="col" className={classes['box']}>
                {t('sheetSignature')}
              </th>
              <th scope="col" className={classes['box']}>
                {t('sheetLate')}
              </th>
              <th scope="col">{t('sheetCommitment')}</th>
              <th scope="col" className={classes['day']}>
                {t('sheetDue')}
              </th>
            </tr>
          </thead>
          <tbody>
            {meeting.attendees.map(({ member }) => (
              <tr key={member.id} className={classes['line']}>
                <th scope="row">
                  <PersonName {...member} />
                </th>
                <td>
                  <span className={classes['square']} />
                </td>
                <td>
                  <span className={classes['square']} />
                </td>
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{t('sheetDecisions')}</h2>
        {Array.from({ length: linesForDecisions }, (_, i) => (
          <div key={i} className={classes['blank']} />
        ))}
        <p>{t('paperPromise')}</p>
      </article>
    </div>
  );
}

const startOf = (agenda: PaperFragment['agenda'], nth: number): number =>
  agenda.slice(0, nth).reduce((sum, { minutes }) => sum + minutes, 0);
