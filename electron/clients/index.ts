import type { ClientId, MailClient } from '../../shared/client/mail-client.ts'
import { outlook, type OutlookNeeds } from './outlook.ts'
import { thunderbird, type ThunderbirdNeeds } from './thunderbird.ts'

export interface ClientNeeds extends ThunderbirdNeeds, OutlookNeeds {}

/** Every kind of mail program this knows how to rewrite, one line each. */
export const mailClients = (needs: ClientNeeds): readonly MailClient[] => [thunderbird(needs), outlook(needs)]

/** Those that this system can have. */
export const programsHere = ({ windows }: OutlookNeeds): readonly ClientId[] =>
  windows ? ['thunderbird', 'outlook'] : ['thunderbird']
