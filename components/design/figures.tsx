import { getAddress } from 'viem'
import { RoundRing } from '@/components/charts/round-ring'
import { Specimen, Specimens } from '@/components/design/specimen'
import { FullAddress, ShortAddress } from '@/components/ui/address'
import { AddressMark } from '@/components/ui/address-mark'
import { Amount, AmountFigure } from '@/components/ui/amount'
import { BigFigure, FigureLine, FigureLines, FigureRow } from '@/components/ui/figures'
import { Meter } from '@/components/ui/meter'
import { Cell, HeadCell, RowHeadCell, rowClasses, Table, TableScroller } from '@/components/ui/table'
import { Unknown } from '@/components/ui/unknown'

const address = getAddress('0x52908400098527886e0f7030069857d2e4169ee7')
const wei = 27_412_080_000_000_000_000_001n

/** Amounts, addresses, lines and rows of figures, and what stands where one is not known. */
export function Figures() {
  return (
    <div className="space-y-8">
      <FigureRow>
        <BigFigure label="Stake" value={<Amount wei={wei} unit="LPT" />} note="0.10 % of what is bonded" />
        <BigFigure
          label="Fees"
          explanation="What gateways paid for work, the delegators' part."
          value={
            <AmountFigure wei={3_040_000_000_000_000n} unit="ETH" places={4} source="Read from the chain" />
          }
        />
        <BigFigure label="Not known" value={<Unknown reason="The index did not answer" />} />
      </FigureRow>
      <Specimens wide>
        <FigureLines>
          <FigureLine label="Bonded" value={<Amount wei={wei} unit="LPT" />} />
          <FigureLine
            label="Participation"
            explanation="The part of all LPT that is bonded."
            value="52.1 %"
            note="Above the target of 50 %: inflation falls each round"
          />
          <FigureLine label="Price" value={<Unknown reason="No source of prices is set up" />} />
        </FigureLines>
        <div className="space-y-4">
          <Meter label="Participation" partP9={521_000_000n} markP9={500_000_000n} />
          <Meter label="Nothing" partP9={0n} />
          <Meter label="All" partP9={1_000_000_000n} />
          <p className="flex items-center gap-2">
            <AddressMark address={address} /> <ShortAddress address={address} />
          </p>
          <FullAddress address={address} explorerUrl="https://explorer.invalid" />
        </div>
      </Specimens>
    </div>
  )
}

const round = { lengthBlocks: 6_377, blocksDone: 0, startBlock: 0, lockStartBlock: 5_739, overdue: false }
const rounds = [
  { name: 'just started', round },
  { name: 'a third done', round: { ...round, blocksDone: 2_126 } },
  { name: 'locked', round: { ...round, blocksDone: 6_000 } },
  { name: 'overdue', round: { ...round, blocksDone: 6_377, overdue: true } },
] as const

/** The ring of the round at each size and in each state. */
export function Rings() {
  return (
    <Specimens>
      {rounds.map(({ name, round }) => (
        <Specimen key={name} name={name}>
          <RoundRing round={round} size="mark" label={null} />
          <RoundRing round={round} size="small" label={null} />
        </Specimen>
      ))}
      <Specimen name="the dial">
        <RoundRing round={{ ...round, blocksDone: 2_126 }} size="dial" label={null}>
          <span className="text-title">4,250</span>
          <span className="text-small text-ink-quiet">14 h left</span>
        </RoundRing>
      </Specimen>
    </Specimens>
  )
}

const rows = [
  { name: 'atlas.demo', stake: 3_012_400_120_000_000_000_000_000n, cut: '14.00 %' },
  {
    name: 'a name that is far too long for its column but is never cut without a way to read it',
    stake: 12n,
    cut: '0.00 %',
  },
  { name: 'borealis.demo', stake: null, cut: '100.00 %' },
] as const

/** A table: head, rows, figures to the right, one precision a column. */
export function TableSpecimen() {
  return (
    <TableScroller label="Table of the gallery">
      <Table>
        <thead>
          <tr>
            <HeadCell>Orchestrator</HeadCell>
            <HeadCell align="end">Stake</HeadCell>
            <HeadCell align="end">Reward cut</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, stake, cut }) => (
            <tr key={name} className={rowClasses}>
              <RowHeadCell>
                <span className="block max-w-72 truncate" title={name}>
                  {name}
                </span>
              </RowHeadCell>
              <Cell align="end">
                <Amount wei={stake} unit="LPT" bare unknownReason="The chain did not answer" />
              </Cell>
              <Cell align="end">{cut}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroller>
  )
}
