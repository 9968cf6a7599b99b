import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Buttons, Fields, SmallParts } from '@/components/design/controls'
import { Figures, Rings, TableSpecimen } from '@/components/design/figures'
import { Colours, Type } from '@/components/design/foundations'
import { Charts, Notices, PanelStates } from '@/components/design/states'
import { PageHead } from '@/components/layout/page-head'
import { Panel } from '@/components/ui/panel'
import { loadPublicConfig } from '@/lib/network/load-public-config'

export const metadata: Metadata = {
  title: 'Gallery of the design',
  description: 'Every primitive of the site in every state, with figures that are specimens.',
  alternates: { canonical: '/design' },
  robots: { index: false },
}

/** Every primitive in every state, as a target of screenshots and axe. Only where the network is the local one. */
export default async function DesignPage() {
  if ((await loadPublicConfig()).network !== 'local') notFound()
  return (
    <>
      <PageHead title="Design">
        Every primitive in every state. The figures here are specimens and mean nothing.
      </PageHead>
      <div className="space-y-14">
        <Panel title="Colours">
          <Colours />
        </Panel>
        <Panel title="Type">
          <Type />
        </Panel>
        <Panel title="Buttons">
          <Buttons />
        </Panel>
        <Panel title="Small parts">
          <SmallParts />
        </Panel>
        <Panel title="Fields">
          <Fields />
        </Panel>
        <Panel title="Figures">
          <Figures />
        </Panel>
        <Panel title="Rounds">
          <Rings />
        </Panel>
        <Panel title="Table">
          <TableSpecimen />
        </Panel>
        <Panel title="Notices">
          <Notices />
        </Panel>
        <Panel title="States of a panel">
          <PanelStates />
        </Panel>
        <Panel title="Charts">
          <Charts />
        </Panel>
      </div>
    </>
  )
}
