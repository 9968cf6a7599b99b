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
      <p>
        The link may be old or mistyped. To look at an account, use its address: /accounts/0x… with 40 hex
        digits.
      </p>
    </MessagePage>
  )
}
