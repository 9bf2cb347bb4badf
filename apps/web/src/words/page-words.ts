import type { answers } from './ja/answers.js';
import type { danger } from './ja/danger.js';
import type { goodNews } from './ja/good-news.js';
import type { groups } from './ja/groups.js';
import type { helping } from './ja/helping.js';
import type { people } from './ja/people.js';
import type { plan } from './ja/plan.js';
import type { run } from './ja/run.js';
import type { prepare } from './ja/prepare.js';
import type { strengths } from './ja/strengths.js';
import type { closing } from './ja/closing.js';
import type { thanks } from './ja/thanks.js';

/** Words that a page or component brings along (`import './thanks-words.js'`), so that nobody waits for them before it is opened. */
export interface PageWords {
  readonly answers: typeof answers;
  readonly danger: typeof danger;
  readonly goodNews: typeof goodNews;
  readonly groups: typeof groups;
  readonly helping: typeof helping;
  readonly people: typeof people;
  readonly plan: typeof plan;
  readonly run: typeof run;
  readonly prepare: typeof prepare;
  readonly strengths: typeof strengths;
  readonly closing: typeof closing;
  readonly thanks: typeof thanks;
}
