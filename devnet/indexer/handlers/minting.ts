import { dayOf, PROTOCOL_ID, protocolOf, roundOfNow } from '../rounds'
import { tokens, type Work } from '../work'

export async function handleSetCurrentRewardTokens(
  work: Work,
  args: { currentMintableTokens: bigint; currentInflation: bigint },
): Promise<void> {
  const round = await roundOfNow(work)
  work.update('Protocol', PROTOCOL_ID, {
    targetBondingRate: await work.read('Minter', 'targetBondingRate', []),
    inflationChange: await work.read('Minter', 'inflationChange', []),
    inflation: await work.read('Minter', 'inflation', []),
  })
  const currentMintableTokens = tokens(args.currentMintableTokens)
  work.update('Round', round.id, { mintableTokens: currentMintableTokens })
  await work.record('SetCurrentRewardTokensEvent', round.id, {
    currentMintableTokens,
    currentInflation: args.currentInflation,
  })
}

export async function handleMinterParameter(work: Work, { param }: { param: string }): Promise<void> {
  const round = await roundOfNow(work)
  if (param === 'targetBondingRate' || param === 'inflationChange') {
    work.update('Protocol', PROTOCOL_ID, { [param]: await work.read('Minter', param, []) })
  }
  await work.record('ParameterUpdateEvent', round.id, { param })
}

/** Supply after a mint or burn: the Minter's global figure, else the last one moved by the amount (subgraph.md 3.4). */
async function moveSupply(work: Work, byWei: bigint): Promise<string> {
  const round = await roundOfNow(work)
  const read = await work.tryRead('Minter', 'getGlobalTotalSupply', [])
  const { totalSupply: before, totalActiveStake } = await protocolOf(work)
  const totalSupply = read === undefined ? before.plus(tokens(byWei)) : tokens(read)
  const day = await dayOf(work)
  work.update('Protocol', PROTOCOL_ID, { totalSupply })
  work.update('Round', round.id, { totalSupply })
  work.update('Day', day.id, { totalSupply, totalActiveStake })
  if (totalActiveStake.isPositive() && totalSupply.isPositive()) {
    const participationRate = totalActiveStake.dividedBy(totalSupply)
    work.update('Protocol', PROTOCOL_ID, { participationRate })
    work.update('Round', round.id, { participationRate })
    work.update('Day', day.id, { participationRate })
  }
  return round.id
}

export async function handleMint(work: Work, { to, amount }: { to: string; amount: bigint }): Promise<void> {
  const round = await moveSupply(work, amount)
  await work.record('MintEvent', round, { to, amount: tokens(amount) })
}

export async function handleBurn(work: Work, { value }: { value: bigint }): Promise<void> {
  const round = await moveSupply(work, -value)
  await work.record('BurnEvent', round, { value: tokens(value) })
}
