import { ucom } from '../../../shared/provider/ucom/facts.ts'
import { goesOn, goesOnAtSite, leavesOpen, leavesRest, said, stops, type Road } from '../road.ts'

const contract = '90000000000000'
const [ofAccount, , ofContract] = ucom.changes
const usedBefore = '過去に利用したパスワードはご利用いただけません'
const signInRefused = 'お客様番号またはお客様番号パスワードが一致しません'

/** UCOM光 / Spaaqs光: an account ID's password, which is its mailbox's, by the customer number; and the customer number's own. */
export const roads: readonly Road[] = [
  {
    provider: 'ucom',
    name: 'the mailbox of an account ID',
    change: ofAccount!,
    options: ['--mailbox', 'taro.mihon@s2.spaaqs.example'],
    user: 'mihon-t-001',
    address: 'taro.mihon@s2.spaaqs.example',
    signsIn: contract,
    commitPage: 'commit',
    rows: [
      stops({ name: 'sign-in-refused' }, 'portal-sign-in-refused', [said.signIn, signInRefused]),
      stops({ name: 'locked' }, 'portal-locked', [said.locked, 'お客様番号は一時的にロックされています']),
      stops({ name: 'maintenance', at: 'form' }, 'portal-maintenance', [said.maintenance, 'マイページをご利用いただけません']),
      goesOn({ name: 'slow', seconds: 2, at: 'commit' }),
      goesOn({ name: 'session-expired', at: 'confirm', once: true }),
      stops({ name: 'session-expired' }, 'portal-session-expired', [said.session]),
      stops({ name: 'session-expired', at: 'commit' }, 'portal-session-expired', [said.session], { commits: 1 }),
      goesOn({ name: 'error-with-effect' }),
      stops({ name: 'error-without-effect' }, 'portal-refused', [said.refused, 'システムエラー'], { commits: 1 }),
      stops({ name: 'success-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      goesOn({ name: 'cut-with-effect' }),
      stops({ name: 'cut-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      stops({ name: 'changed-heading', at: 'confirm' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-button', at: 'confirm' }, 'portal-changed', [said.changed]),
      // Other characters than were typed stand on the confirmation.
      stops({ name: 'changed-label', at: 'confirm' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-menu', at: 'menu' }, 'portal-changed', [said.changed, 'アカウントID管理']),
      stops({ name: 'doubled-button', at: 'confirm' }, 'portal-ambiguous', [said.ambiguous, '登録']),
      stops({ name: 'rule-refused' }, 'portal-rule-refused', [said.rule, usedBefore]),
      leavesOpen({ name: 'mail-refused' }),
      leavesOpen({ name: 'mail-temporary' }),
      leavesRest({ name: 'mail-temporary', at: 'smtp' }, 'temporary', [said.mailTemporary]),
    ],
  },
  {
    provider: 'ucom',
    name: 'the customer number',
    change: ofContract!,
    options: ['--change', 'contract'],
    user: contract,
    address: null,
    signsIn: contract,
    commitPage: 'contract-commit',
    // What it meets otherwise than an account ID: here the site itself tells what came of it.
    rows: [
      goesOnAtSite({ name: 'cut-with-effect' }),
      stops({ name: 'success-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      leavesOpen({ name: 'locked' }, { begins: 'with-the-change' }),
    ],
  },
]
