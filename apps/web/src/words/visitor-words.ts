import { words } from './i18n.js';
import { errors } from './ja/errors.js';
import { fields } from './ja/fields.js';
import { helpLines } from './ja/help-lines.js';
import { tenancy } from './ja/tenancy.js';

for (const [feature, texts] of Object.entries({ errors, fields, helpLines, tenancy }))
  words.addResourceBundle('ja', feature, texts);
