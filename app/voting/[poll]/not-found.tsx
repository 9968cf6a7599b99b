import { MessagePage } from '@/components/layout/message-page'
import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'

export default function PollNotFound() {
  return (
    <MessagePage
      title="There is no poll at this address"
      actions={
        <IntentLink href="/voting" className={buttonClasses({ variant: 'primary' })}>
          See all polls
        </IntentLink>
      }
    >
      <p>
        The index knows no poll here. One that was created within the last minutes appears as soon as the
        index has seen it.
      </p>
    </MessagePage>
  )
}
