/** Contract parameters by the name their events give, in words (contracts.md 2.7, 4.4, 5.3, 8). */
const words: Readonly<Record<string, string>> = {
  unbondingPeriod: 'Unbonding period',
  numActiveTranscoders: 'Places in the active set',
  treasuryRewardCutRate: 'Treasury’s part of rewards, now in force',
  nextRoundTreasuryRewardCutRate: 'Treasury’s part of rewards, from the next round',
  treasuryBalanceCeiling: 'Treasury’s ceiling',
  roundLength: 'Length of a round',
  roundLockAmount: 'Locked part of a round',
  inflation: 'Inflation',
  inflationChange: 'Step of inflation',
  targetBondingRate: 'Target of the bonded share',
  unlockPeriod: 'Unlocking a gateway’s deposit',
  ticketValidityPeriod: 'Validity of tickets',
  lipUpgradeRound: 'Round of a protocol upgrade',
}

/** A parameter in words; one that is not known keeps the contracts' name. */
export function parameterWords(name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name
}
