import { MessagePage } from '@/components/layout/message-page'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'

export const metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <MessagePage
      title="There is no page at this address"
      actions={
        <>
          <IntentLink href="/orchestrators" className={buttonClasses({ variant: 'primary' })}>
            See orchestrators
          </IntentLink>
          <IntentLink href="/" className={buttonClasses()}>
            Overview
          </IntentLink>
        </>
      }
    >
      <p>The link may be old or mistyped.</p>
      <p>
        Accounts are at /accounts/ and their address: 0x and 40 hex digits. Where its letters are of mixed
        case they carry a checksum, and one wrong character breaks it. Copy the address again from where it
        came.
      </p>
    </MessagePage>
  )
}
