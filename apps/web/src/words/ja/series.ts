export const series = {
  series: 'これから先の予定の変更',
  seriesIntro:
    'この会から先の日程を、まとめて変えられます。出欠の返事は残ります。回数が減った分は中止に、増えた分は新しい予定になります。',
  keptRule: 'いまの決まりのまま',
  seriesSave: 'この会から先を変更',
  seriesSaved: 'この会から先を変更しました',
};
