import { MessagePage } from '@/components/layout/message-page'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'

export default function ProposalNotFound() {
  return (
    <MessagePage
      title="There is no such proposal"
      actions={
        <IntentLink href="/treasury" className={buttonClasses({ variant: 'primary' })}>
          See all proposals
        </IntentLink>
      }
    >
      <p>
        The governor knows no proposal with this number. A number is 70 digits or more: check that none was
        lost on the way.
      </p>
    </MessagePage>
  )
}
