export const readiness = {
  readiness: '会の準備',
  readinessNote: '進行役だけに見えています。',
  readinessOpen: '準備のようすを見る',
  backToMeeting: '会のページに戻る',
  unanswered_other: '返事待ち {{count}}人',
  written_other: '近況メモが届いた人 {{count}}人',
  notYet_other: 'メモを待っている人 {{count}}人',
  topicsCount_other: 'テーマ {{count}}件',
  openSteps_other: '途中の「次までにやること」 {{count}}件',
  coming: '出欠',
  nudged: '返事のない人には5日前、メモのない人には3日前に、寄り合いから一度だけお知らせします。',
};
