import { biglobeEf } from '../../../shared/provider/biglobe-ef/facts.ts'
import { goesOn, leavesOpen, leavesRest, said, stops, type Road } from '../road.ts'

/** EFネット: one password for member site and mailbox. */
export const roads: readonly Road[] = [
  {
    provider: 'biglobe-ef',
    name: 'the mailbox',
    change: biglobeEf.changes[0]!,
    options: ['--mailbox', 'taro@renshu.example'],
    user: 'abc23456',
    address: 'taro@renshu.example',
    signsIn: 'abc23456',
    commitPage: 'commit',
    rows: [
      stops({ name: 'sign-in-refused' }, 'portal-sign-in-refused', [said.signIn]),
      stops({ name: 'locked' }, 'portal-locked', [said.locked]),
      stops({ name: 'maintenance' }, 'portal-maintenance', [said.maintenance]),
      goesOn({ name: 'slow', seconds: 2, at: 'form' }),
      goesOn({ name: 'session-expired', once: true }),
      stops({ name: 'session-expired' }, 'portal-session-expired', [said.session]),
      goesOn({ name: 'error-with-effect' }),
      stops({ name: 'error-without-effect' }, 'portal-refused', [said.refused], { commits: 1 }),
      stops({ name: 'success-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      goesOn({ name: 'cut-with-effect' }),
      stops({ name: 'cut-without-effect' }, 'portal-no-effect', [said.noEffect], { commits: 1 }),
      stops({ name: 'changed-heading' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-button' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-label' }, 'portal-changed', [said.changed]),
      stops({ name: 'changed-menu' }, 'portal-changed', [said.changed]),
      stops({ name: 'doubled-button' }, 'portal-ambiguous', [said.ambiguous, '変更する']),
      stops({ name: 'limit-reached' }, 'portal-limit-reached', [said.limit], { commits: 1 }),
      stops({ name: 'rule-refused' }, 'portal-rule-refused', [said.rule], { commits: 1 }),
      stops({ name: 'old-password-refused' }, 'portal-old-password-refused', [said.oldPassword], { commits: 1 }),
      leavesOpen({ name: 'mail-refused' }),
      leavesOpen({ name: 'mail-temporary' }),
      leavesRest({ name: 'mail-temporary', at: 'smtp' }, 'temporary', [said.mailTemporary]),
      goesOn({ name: 'mail-delayed', seconds: 5 }),
    ],
  },
]
