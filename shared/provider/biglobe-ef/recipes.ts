import type { Recipe } from '../../portal/recipe.ts'

/**
 * BIGLOBEパスワード変更 on the members' pages of 料金制選択コース, as the second notice of EFネット事務局 (2026年6月) shows it.
 * Values: `loginName`. Secrets: `currentPassword`, `newPassword`.
 * Inferred: the page after 変更する is not in the notice (it says only to close the browser), so any plain word of completion
 * is taken; it proves nothing, the live sign-in does. The words of refusals are not in the notice either.
 */
export const changePassword: Recipe = {
  id: 'biglobe-ef/change-password',
  version: '2026-06-26',
  inferred: false,
  fence: {
    administration: { as: 'press', words: ['料金制選択コースの管理画面', '料金制選択コース管理画面'] },
    loginName: { as: 'text', words: ['ユーザID', 'ユーザーID'] },
    password: { as: 'password', words: ['BIGLOBEパスワード'] },
    signIn: { as: 'press', words: ['ログイン', 'ログインする'] },
    change: { as: 'press', words: ['BIGLOBEパスワード変更', 'BIGLOBEパスワードの変更'] },
    current: { as: 'password', words: ['現在のパスワード'] },
    fresh: { as: 'password', words: ['新しいパスワード'] },
    again: {
      as: 'password',
      words: [
        '新しいパスワードの再入力',
        '新しいパスワード再入力',
        '新しいパスワード(再入力)',
        '新しいパスワードの確認',
        '新しいパスワード(確認)',
        '新しいパスワード確認',
      ],
    },
    submit: { as: 'press', words: ['変更する'] },
  },
  neighbours: ['接続パスワード変更', 'コース変更', '利用明細', '接続実績'],
  pages: {
    start: { controls: ['administration'] },
    signIn: { controls: ['loginName', 'password', 'signIn'] },
    user: { shows: ['料金制選択コース利用者画面'], values: ['loginName'], controls: ['change'] },
    change: {
      shows: ['BIGLOBEパスワード変更', 'BIGLOBEパスワードの変更', 'BIGLOBEパスワード(メールとサービスログインのパスワード)変更'],
      controls: ['current', 'fresh', 'again', 'submit'],
      headedNever: ['接続パスワード変更', '接続パスワードの変更'],
    },
    done: {
      shows: ['変更完了', '変更の完了', '完了画面', '手続き完了', '手続きの完了', '変更結果'],
      says: [
        '変更…完了しました',
        '変更…完了いたしました',
        '変更…完了致しました',
        '変更…完了です',
        '変更しました',
        '変更いたしました',
        '変更致しました',
        '変更されました',
        '変更を受け付けました',
        '変更を承りました',
        '登録しました',
        '登録いたしました',
        '登録…完了しました',
        '更新しました',
        '更新…完了しました',
        '設定しました',
        '手続き…完了しました',
        '手続き…完了いたしました',
      ],
      without: ['current'],
      unless: [
        'ませんでした',
        'できません',
        '失敗',
        'エラー',
        '正しくありません',
        '誤りがあります',
        '完了していません',
        '変更されていません',
        '入力してください',
      ],
    },
  },
  faults: [],
  lines: [
    { do: 'open' },
    { do: 'expect', page: 'start', ahead: ['signIn'] },
    { do: 'press', control: 'administration' },
    { do: 'expect', page: 'signIn' },
    { do: 'fill', control: 'loginName', from: { value: 'loginName' } },
    { do: 'fill', control: 'password', from: { secret: 'currentPassword' } },
    { do: 'sign-in', control: 'signIn' },
    { do: 'expect', page: 'user' },
    { do: 'press', control: 'change' },
    { do: 'expect', page: 'change' },
    { do: 'fill', control: 'current', from: { secret: 'currentPassword' } },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'fill', control: 'again', from: { secret: 'newPassword' } },
    { do: 'commit', control: 'submit', dialog: 'accept' },
    { do: 'expect', page: 'done' },
  ],
}
