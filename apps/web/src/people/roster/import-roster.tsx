import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import {
  Alert,
  Badge,
  Button,
  Checkbox,
  FileButton,
  Group,
  List,
  NativeSelect,
  Paper,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { rosterLimits, rosterProblemCodes, type RosterProblemCode } from '@yoriai/domain/people';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstStands } from '../../forms/first-stands.js';
import { newIdempotencyKey } from '../../forms/idempotency-key.js';
import type {
  ImportRosterMutation,
  ImportRosterMutationVariables,
  ImportProgrammesQuery,
  ImportProgrammesQueryVariables,
  PreviewRosterQuery,
  PreviewRosterQueryVariables,
} from '../../graphql/generated/operations.js';
import { shellQuery } from '../../shell/viewer.js';
import { failureOf } from '../../graphql/failure.js';
import { ErrorText } from '../../ui/error-text.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { readAsBase64 } from './read-as-base64.js';

export const previewRoster: TypedDocumentNode<PreviewRosterQuery, PreviewRosterQueryVariables> = gql`
  query PreviewRoster($input: RosterFileInput!) {
    previewRosterImport(input: $input) {
      importable
      encoding
      groups
      rows {
        line
        name
        email
        phone
        businessName
        role
        groups
        facilitates
        outcome
      }
      problems {
        line
        column
        code
        value
      }
    }
  }
`;

export const importRoster: TypedDocumentNode<ImportRosterMutation, ImportRosterMutationVariables> = gql`
  mutation ImportRoster($input: ImportRosterInput!) {
    importRoster(input: $input) {
      created
      updated
      unchanged
      invited
      proposed
      groupsCreated
    }
  }
`;

export const importProgrammes: TypedDocumentNode<ImportProgrammesQuery, ImportProgrammesQueryVariables> = gql`
  query ImportProgrammes {
    programmes {
      id
      name
    }
  }
`;

interface RosterFile {
  readonly fileName: string;
  readonly base64: string;
}
type Preview = PreviewRosterQuery['previewRosterImport'];
type Result = ImportRosterMutation['importRoster'];

/** Choose, look, import: nothing is written before the admin has seen what would change. */
export function ImportRoster({ membersLink }: { membersLink: ReactNode }): ReactNode {
  const { t } = useTranslation('people');
  const client = useApolloClient();
  const [file, setFile] = useState<RosterFile | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const [reading, setReading] = useState(false);
  const [tooBig, setTooBig] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const start = (): void => {
    setFile(null);
    setPreview(null);
    setResult(null);
    setError(null);
    setTooBig(false);
  };
  const choose = async (chosen: File | null): Promise<void> => {
    if (!chosen) return;
    start();
    if (chosen.size > rosterLimits.bytes) {
      setTooBig(true);
      return;
    }
    setReading(true);
    try {
      const input = { fileName: chosen.name, base64: await readAsBase64(chosen) };
      const { data } = await client.query({
        query: previewRoster,
        variables: { input },
        fetchPolicy: 'no-cache',
      });
      setFile(input);
      setPreview(data!.previewRosterImport);
    } catch (failed) {
      setError(failed);
    } finally {
      setReading(false);
    }
  };

  if (result)
    return (
      <Paper>
        <Stack gap="md">
          <ImportResult result={result} />
          <Group gap="sm">
            {membersLink}
            <Button variant="default" onClick={start}>
              {t('again')}
            </Button>
          </Group>
        </Stack>
      </Paper>
    );
  return (
    <Stack gap="lg">
      <Paper>
        <Stack gap="md" align="flex-start">
          <Text>{t('importIntro')}</Text>
          <Text c="gray.6">{t('importColumns')}</Text>
          <FileButton
            accept=".csv,.txt,text/csv"
            onChange={(chosen) => void choose(chosen)}
            inputProps={{ 'aria-label': t('choose') }}
          >
            {(props) => (
              <Button
                {...props}
                variant={preview ? 'default' : 'filled'}
                loading={reading}
                leftSection={<IconFileUpload size={20} aria-hidden />}
              >
                {t(preview ? 'chooseOther' : 'choose')}
              </Button>
            )}
          </FileButton>
          {tooBig && <Alert color="attention">{t('tooBig')}</Alert>}
          {error !== null && <ErrorText error={error} />}
        </Stack>
      </Paper>
      {reading && <CardSkeletons count={1} />}
      {file && preview && (
        <RosterPreview key={file.base64} file={file} preview={preview} onDone={setResult} />
      )}
    </Stack>
  );
}

interface PreviewProps {
  readonly file: RosterFile;
  readonly preview: Preview;
  readonly onDone: (result: Result) => void;
}

function RosterPreview({ file, preview, onDone }: PreviewProps): ReactNode {
  const { t } = useTranslation('people');
  const count = (outcome: string): number => preview.rows.filter((row) => row.outcome === outcome).length;
  return (
    <Stack gap="md" component="section" aria-labelledby="preview">
      <Title order={2} size="h3" id="preview" aria-live="polite">
        {t('previewTitle')}
      </Title>
      <Text size="xs" c="gray.6">
        {t('fileName', { name: file.fileName, encoding: preview.encoding })}
      </Text>
      {preview.problems.length > 0 && <Problems problems={preview.problems} />}
      {preview.importable && <Confirm file={file} preview={preview} onDone={onDone} />}
      {preview.rows.length > 0 && (
        <>
          <Text>
            {t('summary', {
              created: count('NEW'),
              updated: count('EXISTING'),
              unchanged: count('UNCHANGED'),
            })}
          </Text>
          <Rows rows={preview.rows} />
        </>
      )}
    </Stack>
  );
}

/** Every bad row, by line as the spreadsheet counts, with the reason and the cell's text. */
function Problems({ problems }: Pick<Preview, 'problems'>): ReactNode {
  const { t } = useTranslation('people');
  return (
    <Alert color="red" role="alert" title={t('problemsTitle', { count: problems.length })}>
      <Stack gap="sm">
        <Text>{t('problemsIntro')}</Text>
        <List spacing="xs">
          {problems.map(({ line, column, code, value }, i) => (
            <List.Item key={i}>
              <Text span fw={700}>
                {line > 0 ? t('lineN', { line }) : t('wholeFile')}
                {column && ` ${column}`}
              </Text>
              {': '}
              {isKnown(code) ? t(`problems.${code}`) : code}
              {value && (
                <Text span c="gray.7">
                  {' '}
                  「{value}」
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  );
}
const isKnown = (code: string): code is RosterProblemCode =>
  (rosterProblemCodes as readonly string[]).includes(code);

function Confirm({ file, preview, onDone }: PreviewProps): ReactNode {
  const { t } = useTranslation('people');
  const [sendInvitations, setSendInvitations] = useState(true);
  const [programmeId, setProgrammeId] = useState('');
  const [key, setKey] = useState(newIdempotencyKey);
  const programmes = useQuery(importProgrammes);
  const [send, { loading, error }] = useMutation(importRoster, {
    refetchQueries: [shellQuery],
    update: (cache) => {
      for (const fieldName of ['members', 'groups', 'invitations'])
        cache.evict({ id: 'ROOT_QUERY', fieldName });
    },
  });
  const changes = preview.rows.filter(({ outcome }) => outcome !== 'UNCHANGED').length;
  const go = async (idempotencyKey: string): Promise<void> => {
    const input = { ...file, sendInvitations, programmeId: programmeId || null, idempotencyKey };
    const { data } = await send({ variables: { input } });
    onDone(data!.importRoster);
  };
  return (
    <Paper>
      <Stack gap="md" align="flex-start">
        {preview.groups.length > 0 && <Text>{t('newGroups', { names: preview.groups.join('、') })}</Text>}
        {preview.groups.length > 0 && (programmes.data?.programmes.length ?? 0) > 0 && (
          <NativeSelect
            label={t('programme')}
            data={[
              { value: '', label: t('noProgramme') },
              ...programmes.data!.programmes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={programmeId}
            onChange={(event) => setProgrammeId(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t('sendInvitations')}
          checked={sendInvitations}
          onChange={(event) => setSendInvitations(event.currentTarget.checked)}
        />
        {error && failureOf(error).code !== 'IDEMPOTENCY_CONFLICT' && <ErrorText error={error} />}
        {error && failureOf(error).code === 'IDEMPOTENCY_CONFLICT' && (
          <FirstStands
            onSendToo={() => {
              const next = newIdempotencyKey();
              setKey(next);
              void go(next).catch(() => undefined);
            }}
          />
        )}
        {changes === 0 ? (
          <Text>{t('importNothing')}</Text>
        ) : (
          <Button loading={loading} onClick={() => void go(key).catch(() => undefined)}>
            {t('importDo', { count: changes })}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function Rows({ rows }: Pick<Preview, 'rows'>): ReactNode {
  const { t } = useTranslation('people');
  return (
    <Paper p={0}>
      <Table.ScrollContainer
        minWidth={640}
        maxHeight={480}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('line')}</Table.Th>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('email')}</Table.Th>
              <Table.Th>{t('business')}</Table.Th>
              <Table.Th>{t('groups')}</Table.Th>
              <Table.Th>{t('outcome')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td>{row.line}</Table.Td>
                <Table.Th scope="row">{row.name}</Table.Th>
                <Table.Td>{row.email ?? row.phone}</Table.Td>
                <Table.Td>{row.businessName}</Table.Td>
                <Table.Td>
                  {row.groups.join('、')}
                  {row.facilitates && `(${t('facilitates')})`}
                </Table.Td>
                <Table.Td>
                  <Badge variant="outline" color={row.outcome === 'NEW' ? 'success' : 'gray.7'}>
                    {t(row.outcome)}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function ImportResult({ result }: { result: Result }): ReactNode {
  const { t } = useTranslation('people');
  const lines = [
    t('doneCreated', { count: result.created }),
    t('doneUpdated', { count: result.updated }),
    t('doneUnchanged', { count: result.unchanged }),
    t('doneInvited', { count: result.invited }),
    ...(result.groupsCreated > 0 ? [t('doneGroups', { count: result.groupsCreated })] : []),
    ...(result.proposed > 0 ? [t('doneProposed', { count: result.proposed })] : []),
  ];
  return (
    <div role="status">
      <Title order={2} size="h3">
        {t('doneTitle')}
      </Title>
      <List mt="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </div>
  );
}
