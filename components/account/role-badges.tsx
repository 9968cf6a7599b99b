import { Badge } from '@/components/ui/badge'
import type { AccountRole } from '@/lib/data/account-roles'

const words: Readonly<Record<AccountRole, { label: string; tone: 'neutral' | 'outline' }>> = {
  'active-orchestrator': { label: 'Active orchestrator', tone: 'neutral' },
  orchestrator: { label: 'Orchestrator, not active', tone: 'outline' },
  delegator: { label: 'Delegator', tone: 'outline' },
  gateway: { label: 'Gateway', tone: 'outline' },
}

/** What an account is in the protocol. */
export function RoleBadges({ roles }: { roles: readonly AccountRole[] }) {
  return roles.map((role) => (
    <Badge key={role} tone={words[role].tone}>
      {words[role].label}
    </Badge>
  ))
}
