import { words } from './i18n.js';
import { goodNews } from './ja/good-news.js';

words.addResourceBundle('ja', 'goodNews', goodNews);
