import { go, page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { factTable } from '../../site-page.ts'
import { at, inside, steps } from './frame.ts'

// What else stands in the desk's menu: bills, payment, contact, telephone numbers, and 廃止申込, which cannot be taken back (1.2.7 of the manual).

const decoy = (name: string, path: string, title: string, body: string, done?: string): PortalPage => ({
  name,
  path,
  signedIn: true,
  get: (visit) => (visit.touch(title, true), page(inside(title, body))),
  ...(done !== undefined && {
    post: (visit: Visit) => (visit.touch(`${title}／登録`, true), page(inside(title, `<p>${done}</p>`))),
  }),
})

const form = (path: string, label: string): string =>
  `<form method="post" action="${path}"><div class="field"><label for="wish">${label}</label><input type="text" id="wish" name="wish" maxlength="80"></div><p class="act"><button type="submit">登録</button></p></form>`

const endBar = ['STEP1 入力', 'STEP2 確認', 'STEP3 完了']
const endForm = `${steps(endBar, 0)}<p>OCN回線とすべてのオプションサービスの廃止を受付けます。受付完了後は、各種変更のお申込みができなくなります。</p>
<form method="post" action="${at.endCheck}"><div class="field"><label for="day">廃止希望日<span class="must">必須</span></label><input type="text" id="day" name="day"></div>
<div class="field"><label for="why">廃止理由<span class="must">必須</span></label><input type="text" id="why" name="why"></div>
<p class="act"><button type="submit">次へ ▶▶</button></p></form>`
const endCheck = `${steps(endBar, 1)}<p>「申し込む」を押すと、廃止が実行され、一切の取り消しは出来ません。</p>
<form method="post" action="${at.endApply}"><p class="act"><button type="submit">申し込む</button></p></form>`
const endDone = `${steps(endBar, 2)}<p>廃止のお申込みを受け付けました。</p>`

const end = (name: string, path: string, rest: Pick<PortalPage, 'get' | 'post'>): PortalPage => ({
  name,
  path,
  signedIn: true,
  ...rest,
})
const show = (visit: Visit, control: string, body: string): Answer => (
  visit.touch(`廃止申込／${control}`, true),
  page(inside('廃止の受付', body))
)

/** The pages of the desk's other menu entries. `ended` is told when the contract was ended. */
export function neighbourPages(ended: () => void): readonly PortalPage[] {
  return [
    decoy(
      'card',
      at.card,
      'お支払い方法（クレジットカードへ）',
      form(at.card, 'カード番号'),
      'お支払い方法の変更を受け付けました。',
    ),
    decoy(
      'bill',
      at.bill,
      '「請求書」および「口座振替のお知らせ」送付先住所',
      form(at.bill, '送付先住所'),
      '送付先住所を変更しました。',
    ),
    decoy('debit', at.debit, '「口座振替のお知らせ」の送付方法', form(at.debit, '送付方法'), '送付方法を変更しました。'),
    decoy('contact', at.contact, '担当者連絡先', form(at.contact, '担当者名'), '担当者連絡先を変更しました。'),
    decoy('phone', at.phone, 'お電話での問い合わせ', factTable([['受付窓口', '練習用のため、電話番号はありません']])),
    end('end', at.end, { get: (visit) => show(visit, '開く', endForm) }),
    end('end-check', at.endCheck, { get: () => go(at.end), post: (visit) => show(visit, '次へ', endCheck) }),
    end('end-apply', at.endApply, {
      get: () => go(at.end),
      post: (visit) => (ended(), show(visit, '申し込む', endDone)),
    }),
  ]
}
