import { describeNotices } from '../../notifications/describe.js';
import { factsWithAsker } from '../requests/notices.js';

describeNotices(['support.thanks', 'support.resolved'], factsWithAsker);
