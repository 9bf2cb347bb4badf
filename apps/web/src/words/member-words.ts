import { words } from './i18n.js';
import { ja } from './ja/index.js';

for (const [feature, texts] of Object.entries(ja)) words.addResourceBundle('ja', feature, texts);
