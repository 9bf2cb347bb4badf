import { describeNotices } from '../../notifications/describe.js';
import { factsWithAsker } from '../requests/notices.js';

describeNotices(['support.leave-asked', 'support.advice-welcomed'], factsWithAsker);
