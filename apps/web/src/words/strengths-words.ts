import { words } from './i18n.js';
import { strengths } from './ja/strengths.js';

words.addResourceBundle('ja', 'strengths', strengths);
