import { MessagePage } from '@/components/layout/message-page'
import { buttonClasses } from '@/components/ui/button'

export default function AccountNotFound() {
  return (
    <MessagePage
      title="This is not an account address"
      actions={
        <a href="/orchestrators" className={buttonClasses({ variant: 'primary' })}>
          See orchestrators
        </a>
      }
    >
      <p>
        An address is 0x followed by 40 hex digits. If its letters are of mixed case, they carry a checksum,
        and here it does not add up: at least one character is wrong. Copy the address again from where it
        came.
      </p>
    </MessagePage>
  )
}
