/** What a page asks for first: `$tenant`, `$id` are parts of its path, `$hour` twelve hours ago by the hour. */
interface EarlyQuestion {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, '$id' | '$hour'>>;
}
/** The one whose pattern fits the path first counts; its first group is the organisation, its second the id. */
type EarlyQuestions = readonly (readonly [pattern: string, questions: readonly EarlyQuestion[]])[];

/** The pages that people open first. */
export const askedEarly = ['home', 'meeting'];

/**
 * A script of its own, named first in those pages: it asks for the page's data while the application itself still comes over the line.
 * The client takes the answers as its own (`src/graphql/asked-early.ts`).
 */
export function earlyScript(textOf: (operationName: string) => string): string {
  const question = (operationName: string, variables: EarlyQuestion['variables'] = {}): EarlyQuestion => ({
    operationName,
    query: textOf(operationName),
    variables,
  });
  const shell = question('Shell');
  const questions: EarlyQuestions = [
    ['^/t/([^/]+)/?$', [shell, question('Home', { from: '$hour' })]],
    ['^/t/([^/]+)/meetings/([a-z]+_[^/]+)/?$', [shell, question('MeetingPage', { id: '$id' })]],
  ];
  return `(${askEarly.toString()})(${JSON.stringify(questions)})`;
}

/** Runs in the browser and alone: nothing from outside is there. */
function askEarly(all: EarlyQuestions): void {
  const found = all
    .map(([pattern, questions]) => ({ parts: new RegExp(pattern).exec(location.pathname), questions }))
    .find(({ parts }) => parts);
  if (!found?.parts) return;
  const [, tenant = '', id] = found.parts;
  const hour = 3_600_000;
  const values = { $id: id, $hour: new Date((Math.floor(Date.now() / hour) - 12) * hour).toISOString() };
  (window as { askedEarly?: unknown }).askedEarly = found.questions.map((question) => {
    const variables = Object.fromEntries(
      Object.entries(question.variables).map(([name, value]) => [name, values[value]]),
    );
    const answer = fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'Yoriai-Tenant': decodeURIComponent(tenant) },
      body: JSON.stringify({ ...question, variables }),
    });
    // Whoever takes the answer hears of it.
    answer.catch(() => undefined);
    return {
      operationName: question.operationName,
      variables: JSON.stringify(variables),
      at: Date.now(),
      answer,
    };
  });
}
