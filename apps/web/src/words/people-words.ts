import { words } from './i18n.js';
import { people } from './ja/people.js';

words.addResourceBundle('ja', 'people', people);
