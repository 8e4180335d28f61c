import { ocn } from '../../../shared/provider/ocn/facts.ts'
import { goesOnAtSite, leavesOpen, said, stops, type Road } from '../road.ts'

const login = 'd8400123@biz1.ocn.example'
/** A change that never takes effect: waited for as long as the data say, here seconds in place of five minutes. */
const soon = { commits: 1, effectSeconds: 5 } as const

/** OCN: the 認証パスワード of the support desk, which proves it itself. The mail password cannot be changed there (logins.spec.ts, guided.spec.ts). */
export const roads: readonly Road[] = [
  {
    provider: 'ocn',
    name: 'the 認証ID',
    change: ocn.changes[0]!,
    options: ['--change', 'portal'],
    user: login,
    address: null,
    signsIn: login,
    commitPage: 'commit',
    rows: [
      stops({ name: 'sign-in-refused' }, 'portal-sign-in-refused', [said.signIn, '認証IDまたはパスワードが正しくありません']),
      stops({ name: 'locked' }, 'portal-locked', [said.locked, 'この認証IDは一時的にロックされています']),
      stops({ name: 'maintenance', at: 'confirm' }, 'portal-maintenance', [said.maintenance, 'カスタマーサポートデスク']),
      goesOnAtSite({ name: 'slow', seconds: 2, at: 'commit' }),
      goesOnAtSite({ name: 'session-expired', once: true }),
      stops({ name: 'session-expired' }, 'portal-session-expired', [said.session]),
      stops({ name: 'session-expired', at: 'commit' }, 'portal-session-expired', [said.session], soon),
      goesOnAtSite({ name: 'error-with-effect' }),
      stops({ name: 'error-without-effect' }, 'portal-refused', [said.refused, 'システムエラー'], soon),
      stops({ name: 'success-without-effect' }, 'portal-no-effect', [said.noEffect], soon),
      goesOnAtSite({ name: 'cut-with-effect' }),
      stops({ name: 'cut-without-effect' }, 'portal-no-effect', [said.noEffect], soon),
      stops({ name: 'changed-heading', at: 'confirm' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-button', at: 'form' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-label', at: 'sign-in' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-menu' }, 'portal-changed', [said.changed, '認証パスワード変更']),
      stops({ name: 'doubled-button' }, 'portal-ambiguous', [said.ambiguous, '登録']),
      stops({ name: 'limit-reached' }, 'portal-limit-reached', [said.limit, said.anHour, '約1時間が経過していない']),
      stops(
        { name: 'limit-reached', at: 'commit' },
        'portal-limit-reached',
        [said.limit, said.anHour, '約1時間が経過していない'],
        {
          commits: 1,
        },
      ),
      stops({ name: 'rule-refused' }, 'portal-rule-refused', [said.rule, '6文字以上8文字以下']),
      stops({ name: 'old-password-refused' }, 'portal-old-password-refused', [
        said.oldPassword,
        '現在の認証パスワードが正しくありません',
      ]),
      // The minutes of the catalogue: the old password works on for a while, and the change is waited for.
      goesOnAtSite({ name: 'portal-delayed', seconds: 12 }),
      leavesOpen({ name: 'maintenance' }, { begins: 'with-the-change' }),
      leavesOpen({ name: 'sign-in-refused' }, { begins: 'with-the-change' }),
    ],
  },
]
