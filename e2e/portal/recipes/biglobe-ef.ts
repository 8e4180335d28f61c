import { biglobeEf } from '../../../shared/provider/biglobe-ef/facts.ts'
import type { FaultPlay, RecipePlay, RecipePlays } from '../recipe-play.ts'

const before = (name: FaultPlay['fault']['name'], code: FaultPlay['code'], at?: string): FaultPlay => ({
  fault: { name, ...(at === undefined ? {} : { at }) },
  commit: 'not-sent',
  code,
  changed: false,
})
const after = (name: FaultPlay['fault']['name'], code: FaultPlay['code'], changed: boolean): FaultPlay => ({
  fault: { name },
  commit: 'sent',
  code,
  changed,
})

const mailbox = (name: string, user: string): RecipePlay => ({
  name,
  recipe: biglobeEf.changes[0]!.recipe,
  values: { loginName: user },
  signsIn: user,
  changes: user,
  rule: biglobeEf.changes[0]!.rule,
  touches: ['料金制選択コースの管理画面', 'ログイン', 'BIGLOBEパスワード変更', '変更する'],
  faults: [],
  drifts: [{ name: 'changed-heading' }],
})

export const plays: RecipePlays = {
  provider: 'biglobe-ef',
  notHere: {},
  plays: [
    {
      ...mailbox('the main address', 'abc23456'),
      faults: [
        before('sign-in-refused', 'portal-sign-in-refused'),
        before('locked', 'portal-locked'),
        before('maintenance', 'portal-maintenance', 'start'),
        { ...before('session-expired', 'portal-session-expired'), signIns: 2 },
        { fault: { name: 'session-expired', once: true }, commit: 'sent', code: null, changed: true, signIns: 2 },
        { fault: { name: 'slow', seconds: 2 }, commit: 'sent', code: null, changed: true },
        after('limit-reached', 'portal-limit-reached', false),
        after('rule-refused', 'portal-rule-refused', false),
        after('old-password-refused', 'portal-old-password-refused', false),
        after('error-with-effect', 'portal-refused', true),
        after('error-without-effect', 'portal-refused', false),
        after('success-without-effect', null, false),
        after('cut-with-effect', 'portal-outcome-unknown', true),
        after('cut-without-effect', 'portal-outcome-unknown', false),
      ],
      drifts: [
        { name: 'changed-heading' },
        { name: 'changed-button' },
        { name: 'changed-label' },
        { name: 'changed-menu' },
        { name: 'doubled-button' },
      ],
    },
    mailbox('an extra address', 'abc23457'),
  ],
}
