import { oshigotoPikara } from '../../../shared/provider/oshigoto-pikara/facts.ts'
import { goesOn, leavesOpen, leavesRest, said, stops, type Road } from '../road.ts'

const address = 'mihon@md.pikara.example'

/** お仕事ピカラ: the mailbox's password, changed by the online service's. The old one is proved first, since a day has one try. */
export const roads: readonly Road[] = [
  {
    provider: 'oshigoto-pikara',
    name: 'the mailbox',
    change: oshigotoPikara.changes[0]!,
    options: ['--mailbox', address],
    user: address,
    address,
    signsIn: 'mihonkoumu',
    commitPage: 'commit',
    rows: [
      stops({ name: 'sign-in-refused' }, 'portal-sign-in-refused', [said.signIn, 'ユーザー名またはパスワードが正しくありません']),
      stops({ name: 'locked' }, 'portal-locked', [said.locked, '一時的にロックされています']),
      stops({ name: 'maintenance', at: 'confirm' }, 'portal-maintenance', [said.maintenance, 'お仕事ピカラオンラインサービス']),
      goesOn({ name: 'slow', seconds: 2, at: 'commit' }),
      goesOn({ name: 'session-expired', once: true }),
      stops({ name: 'session-expired' }, 'portal-session-expired', [said.session]),
      goesOn({ name: 'error-with-effect' }),
      stops({ name: 'error-without-effect' }, 'portal-refused', [said.refused, 'システムエラー'], { commits: 1 }),
      stops({ name: 'success-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      goesOn({ name: 'cut-with-effect' }),
      stops({ name: 'cut-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      stops({ name: 'changed-heading', at: 'confirm' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-button', at: 'list' }, 'portal-changed', [said.changed]),
      // Something to be paid for stands beside the password on the confirmation.
      stops({ name: 'changed-label', at: 'confirm' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-menu' }, 'portal-changed', [said.changed, 'ご契約情報変更']),
      stops({ name: 'doubled-button' }, 'portal-ambiguous', [said.ambiguous, 'お申し込み']),
      stops({ name: 'limit-reached' }, 'portal-limit-reached', [said.limit, said.aDay, '本日はすでに変更済み']),
      stops(
        { name: 'limit-reached', at: 'commit' },
        'portal-limit-reached',
        [said.limit, said.aDay, '1日1回のみ変更が可能です'],
        {
          commits: 1,
        },
      ),
      stops({ name: 'rule-refused' }, 'portal-rule-refused', [said.rule, '先頭が英文字で始まる8文字']),
      stops({ name: 'old-password-refused' }, 'portal-old-password-refused', [
        said.oldPassword,
        '古いパスワードが正しくありません',
      ]),
      // The old password is seen not to work, or not seen to work: the day's one try is kept.
      stops({ name: 'mail-refused' }, 'sign-in-refused', [said.mailRefused]),
      stops({ name: 'mail-temporary' }, 'temporary', [said.mailTemporary]),
      leavesOpen({ name: 'mail-refused' }, { begins: 'with-the-change' }),
      leavesOpen({ name: 'mail-temporary' }, { begins: 'with-the-change' }),
      leavesRest({ name: 'mail-temporary', at: 'smtp' }, 'temporary', [said.mailTemporary]),
    ],
  },
]
