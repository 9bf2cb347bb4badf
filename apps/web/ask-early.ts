import { homeFrom } from './src/overview/home-from.js';

/** What a page asks for first: `$id` is part of its path, `$from` is `homeFrom()`. */
interface EarlyQuestion {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, '$id' | '$from'>>;
}
/** The one whose pattern fits the path first counts; its first group is the organisation, its second the id. */
type EarlyQuestions = readonly (readonly [pattern: string, questions: readonly EarlyQuestion[]])[];

/** The pages that people open first. */
export const askedEarly = ['overview/home', 'meetings/meeting'];

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
    ['^/t/([a-z0-9-]+)/?$', [shell, question('Home', { from: '$from' })]],
    ['^/t/([a-z0-9-]+)/meetings/([a-z]+_[^/]+)/?$', [shell, question('MeetingPage', { id: '$id' })]],
  ];
  return `(${askEarly.toString()})(${JSON.stringify(questions)}, ${homeFrom.toString()})`;
}

/** Runs in the browser and alone: nothing from outside is there. */
function askEarly(all: EarlyQuestions, from: () => string): void {
  const found = all
    .map(([pattern, questions]) => ({ parts: new RegExp(pattern).exec(location.pathname), questions }))
    .find(({ parts }) => parts);
  if (!found?.parts) return;
  const [, tenant = '', id] = found.parts;
  const values = { $id: id, $from: from() };
  (window as { askedEarly?: unknown }).askedEarly = found.questions.map((question) => {
    const variables = Object.fromEntries(
      Object.entries(question.variables).map(([name, value]) => [name, values[value]]),
    );
    const answer = fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'Yoriai-Tenant': tenant },
      body: JSON.stringify({ ...question, variables }),
    });
    // The caller who takes the answer gets the error.
    answer.catch(() => undefined);
    return {
      operationName: question.operationName,
      variables: JSON.stringify(variables),
      at: Date.now(),
      answer,
    };
  });
}
