import type { Address } from 'viem'
import { AddressMark } from '@/components/ui/address-mark'
import type { Identity } from '@/lib/ens/names'

/** The picture an account shows, from this site's own address, or the mark drawn from the address. */
export function AccountPicture({ address, identity }: { address: Address; identity: Identity | null }) {
  if (!identity?.avatarPath)
    return <AddressMark address={address} className="size-12 rounded sm:row-span-2" />
  return (
    // eslint-disable-next-line @next/next/no-img-element -- the image service is off: it would fetch any path for anybody
    <img
      src={identity.avatarPath}
      alt=""
      width={48}
      height={48}
      decoding="async"
      className="size-12 rounded bg-raised object-cover sm:row-span-2"
    />
  )
}

/** What an account says about itself in its name's records: a stranger's words, marked as its own. */
export function AccountTexts({ identity }: { identity: Identity }) {
  const { description, url, twitter, github } = identity.texts
  const links = [
    url && { href: url.href, label: url.host, what: 'Website' },
    twitter && { href: twitter.href, label: `@${twitter.handle}`, what: 'X' },
    github && { href: github.href, label: github.handle, what: 'GitHub' },
  ].filter((link) => link !== null)
  if (!description && links.length === 0) return null
  return (
    <div className="max-w-text space-y-1 text-small text-ink-quiet">
      {description && <p className="line-clamp-3 break-words">{description}</p>}
      {links.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {links.map(({ href, label, what }) => (
            <li key={what} className="min-w-0">
              <span>{what}: </span>
              <a
                href={href}
                rel="noopener noreferrer nofollow ugc"
                target="_blank"
                className="break-all underline underline-offset-4 hover:text-ink"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
