import { words } from './i18n.js';
import { thanks } from './ja/thanks.js';

words.addResourceBundle('ja', 'thanks', thanks);
