import type { series as ja } from '../ja/series.js';
import type { WordsLike } from '../words-like.js';

export const series: WordsLike<typeof ja> = {
  series: 'Change this and all later meetings',
  seriesIntro:
    'Change all dates from this meeting on. Answers are kept. Dates that drop out are cancelled, further ones are added.',
  keptRule: 'Keep the rule as it is',
  seriesSave: 'Change from here on',
  seriesSaved: 'Changed from here on',
};
