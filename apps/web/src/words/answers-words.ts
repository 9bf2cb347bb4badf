import { words } from './i18n.js';
import { answers } from './ja/answers.js';

words.addResourceBundle('ja', 'answers', answers);
