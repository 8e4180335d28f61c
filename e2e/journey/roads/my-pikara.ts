import { atHome } from '../../../electron/practice/portals/my-pikara/household.ts'
import { myPikara } from '../../../shared/provider/my-pikara/facts.ts'
import { goesOn, goesOnAtSite, leavesOpen, leavesRest, said, stops, type Road } from '../road.ts'

const hana = atHome.addresses[1]!
const at = 'mail-form'
const [ofMailbox, , ofSite] = myPikara.changes

/** Myピカラ: a mailbox's password by the site's user name (each press agreed to by `--yes`), and the site's own, which the site proves. */
export const roads: readonly Road[] = [
  {
    provider: 'my-pikara',
    name: 'the second mailbox',
    change: ofMailbox!,
    options: ['--mailbox', hana],
    user: hana,
    address: hana,
    signsIn: atHome.login,
    commitPage: at,
    rows: [
      stops({ name: 'sign-in-refused' }, 'portal-sign-in-refused', [said.signIn, 'ユーザー名またはパスワードが正しくありません']),
      stops({ name: 'locked' }, 'portal-locked', [said.locked, '一時的にロックされています']),
      stops({ name: 'maintenance', at: 'top' }, 'portal-maintenance', [said.maintenance, 'Ｍｙピカラをご利用いただけません']),
      goesOn({ name: 'slow', seconds: 2, at }),
      goesOn({ name: 'session-expired', at, once: true }),
      stops({ name: 'session-expired', at }, 'portal-session-expired', [said.session]),
      goesOn({ name: 'error-with-effect' }),
      stops({ name: 'error-without-effect' }, 'portal-refused', [said.refused, 'システムエラー'], { commits: 1 }),
      stops({ name: 'success-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      goesOn({ name: 'cut-with-effect' }),
      stops({ name: 'cut-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      stops({ name: 'changed-heading', at }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-button', at }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-label', at }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-menu' }, 'portal-changed', [said.changed, '電子メールアドレスのパスワード変更']),
      stops({ name: 'doubled-button', at }, 'portal-ambiguous', [said.ambiguous, '変更する']),
      stops({ name: 'limit-reached' }, 'portal-limit-reached', [said.limit, '1日1回までです'], { commits: 1 }),
      stops({ name: 'rule-refused' }, 'portal-rule-refused', [said.rule, '6文字以上16文字以内'], { commits: 1 }),
      stops({ name: 'old-password-refused' }, 'portal-old-password-refused', [said.oldPassword], { commits: 1 }),
      leavesOpen({ name: 'mail-refused' }),
      leavesOpen({ name: 'mail-temporary' }),
      leavesRest({ name: 'mail-temporary', at: 'smtp' }, 'temporary', [said.mailTemporary]),
    ],
  },
  {
    provider: 'my-pikara',
    name: 'the user name of Myピカラ',
    change: ofSite!,
    options: ['--change', 'portal'],
    user: atHome.login,
    address: null,
    signsIn: atHome.login,
    commitPage: 'form',
    // What the site's own password meets otherwise than a mailbox's: here the site itself tells what came of it.
    rows: [
      goesOnAtSite({ name: 'error-with-effect' }),
      stops({ name: 'success-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      leavesOpen({ name: 'maintenance' }, { begins: 'with-the-change' }),
    ],
  },
]
