import { type Address, concat, encodeAbiParameters, type Hex, keccak256, slice, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGatewayWorld, type GatewayWorld } from '@/devnet/contracts-test/gateway-world'
import { redemption } from '@/devnet/contracts-test/governed-harness'
import { ETH, ZERO } from '@/devnet/contracts-test/harness'
import { ALWAYS_WINS, type SignedTicket, type Ticket, ticketHash, wins } from '@/devnet/tickets/ticket'

const text = (message: string) => ({ kind: 'text', text: message })
const OUT_OF_RANGE = { kind: 'panic', code: 0x32n }
/** Half the order of the curve: a signature with a higher s is refused. */
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/** What redeemWinningTicket pays and what it refuses, with real signatures (contracts.md 8). */
describe('redeeming a ticket', () => {
  let world: GatewayWorld
  let h: GatewayWorld['h']
  let A: Address
  let from: Address

  beforeAll(async () => {
    world = await createGatewayWorld()
    h = world.h
    ;({ A, from } = world)
    await h.send(from, 'TicketBroker', 'fundDepositAndReserve', [10n * ETH, 4n * ETH], 14n * ETH)
  })
  afterAll(() => h.chain.close())

  const make = (terms: Partial<Parameters<typeof h.ticket>[1]> = {}) =>
    h.ticket(world.gateway, { recipient: A, faceValueWei: ETH, ...terms })
  const redeem = (signed: SignedTicket, sender = A) =>
    h.send(sender, 'TicketBroker', 'redeemWinningTicket', redemption(signed))
  const refused = (signed: SignedTicket) =>
    h.revertOf(A, 'TicketBroker', 'redeemWinningTicket', redemption(signed))
  /** The signed ticket with another content and a signature that fits it. */
  const altered = async ({ ticket, recipientRand }: SignedTicket, change: Partial<Ticket>) => {
    const changed = { ...ticket, ...change }
    const signature = await world.gateway.signMessage({ message: { raw: ticketHash(changed) } })
    return { ticket: changed, signature, recipientRand }
  }

  test('anyone may bring it; the orchestrator and its delegators are paid', () =>
    h.undoing(async () => {
      const signed = await make()
      expect(wins(signed)).toBe(true)
      const logs = await redeem(signed, world.C)
      expect(logs.map(({ contract, event, args }) => [contract, event, args])).toEqual([
        ['TicketBroker', 'WinningTicketTransfer', { sender: from, recipient: A, amount: ETH }],
        [
          'TicketBroker',
          'WinningTicketRedeemed',
          {
            sender: from,
            recipient: A,
            faceValue: ETH,
            winProb: ALWAYS_WINS,
            senderNonce: signed.ticket.senderNonce,
            recipientRand: signed.recipientRand,
            auxData: signed.ticket.auxData,
          },
        ],
      ])
      expect(await h.view('TicketBroker', 'usedTickets', ticketHash(signed.ticket))).toBe(true)
      expect((await h.pending(A))[1]).toBe(ETH)
      expect((await h.transcoder(A)).lastFeeRound).toBe(world.round)
    }))

  test('a ticket without value is used up and says so', () =>
    h.undoing(async () => {
      const signed = await make({ faceValueWei: 0n })
      expect((await redeem(signed)).map(({ event }) => event)).toEqual(['WinningTicketRedeemed'])
      expect(await refused(signed)).toEqual(text('ticket is used'))
    }))

  test('parties must be named', async () => {
    const signed = await make()
    expect(await refused(await altered(signed, { recipient: ZERO, sender: ZERO }))).toEqual(
      text('ticket recipient is null address'),
    )
    expect(await refused(await altered(signed, { sender: ZERO, auxData: '0x' }))).toEqual(
      text('ticket sender is null address'),
    )
  })

  test('the creation round must be right and recent', () =>
    h.undoing(async () => {
      const signed = await make()
      const aux = (round: bigint, hash: Hex) =>
        encodeAbiParameters([{ type: 'uint256' }, { type: 'bytes32' }], [round, hash])
      expect(
        await refused(await altered(signed, { auxData: concat([signed.ticket.auxData, '0x00']) })),
      ).toEqual(text('invalid length for ticket auxData: must be 64 bytes'))
      const other = keccak256(toHex('another chain'))
      expect(await refused(await altered(signed, { auxData: aux(world.round + 1n, other) }))).toEqual(
        text('ticket creationRound does not have a block hash'),
      )
      expect(await refused(await altered(signed, { auxData: aux(world.round, other) }))).toEqual(
        text('ticket creationRoundBlockHash invalid for creationRound'),
      )
      await h.nextRound()
      await h.undoing(() => redeem(signed))
      await h.nextRound()
      expect(await refused(signed)).toEqual(text('ticket is expired'))
    }))

  test('the recipient must know its number', async () => {
    const signed = await make()
    expect(await refused({ ...signed, recipientRand: signed.recipientRand + 1n })).toEqual(
      text('recipientRand does not match recipientRandHash'),
    )
  })

  test('only once', () =>
    h.undoing(async () => {
      const signed = await make()
      await redeem(signed)
      expect(await refused(signed)).toEqual(text('ticket is used'))
      await redeem(await make())
    }))

  test('the sender itself must have signed', async () => {
    const signed = await make()
    const { signature } = signed
    const other = await h.signer('somebody else')
    expect(
      await refused({
        ...signed,
        signature: await other.signMessage({ message: { raw: ticketHash(signed.ticket) } }),
      }),
    ).toEqual(text('invalid signature over ticket hash'))
    expect(await refused({ ...signed, ticket: { ...signed.ticket, faceValue: 2n * ETH } })).toEqual(
      text('invalid signature over ticket hash'),
    )
    expect(await refused({ ...signed, signature: slice(signature, 0, 64) })).toEqual(
      text('INVALID_SIGNATURE_LENGTH'),
    )
    expect(await refused({ ...signed, signature: concat([signature, '0x00']) })).toEqual(
      text('INVALID_SIGNATURE_LENGTH'),
    )
    expect(await refused({ ...signed, signature: concat([slice(signature, 0, 64), '0x02']) })).toEqual(
      text("ECDSA: invalid signature 'v' value"),
    )
    const highS = toHex(CURVE_ORDER - BigInt(slice(signature, 32, 64)), { size: 32 })
    expect(
      await refused({ ...signed, signature: concat([slice(signature, 0, 32), highS, slice(signature, 64)]) }),
    ).toEqual(text("ECDSA: invalid signature 's' value"))
    const noPoint = concat([toHex(0n, { size: 32 }), slice(signature, 32)])
    expect(await refused({ ...signed, signature: noPoint })).toEqual(text('ECDSA: invalid signature'))
  })

  test('the draw must win: less than the probability, not equal', async () => {
    const never = await make({ winProb: 0n })
    expect(wins(never)).toBe(false)
    expect(await refused(never)).toEqual(text('ticket did not win'))
    // One in two, by whichever numbers come: the local draw is the contract's.
    for (let index = 0; index < 4; index++) {
      const even = await make({ winProb: 2n ** 255n })
      const outcome = await h.undoing(() =>
        h.attempt({
          from: A,
          contract: 'TicketBroker',
          functionName: 'redeemWinningTicket',
          args: redemption(even),
        }),
      )
      expect(outcome.state).toBe(wins(even) ? 'mined' : 'reverted')
    }
  })

  test('a sender that may leave pays no more; one without funds neither', () =>
    h.undoing(async () => {
      await h.send(from, 'TicketBroker', 'unlock')
      await redeem(await make())
      await h.nextRound()
      await redeem(await make())
      await h.nextRound()
      const late = await make()
      expect(await refused(late)).toEqual(text('sender is unlocked'))
      await h.send(from, 'TicketBroker', 'withdraw')
      expect(await refused(late)).toEqual(text('sender is unlocked'))
      const poor = await h.signer('poor gateway')
      expect(await refused(await h.ticket(poor, { recipient: A, faceValueWei: 1n }))).toEqual(
        text('sender deposit and reserve are zero'),
      )
    }))

  test('a deposit too small is filled up from the reserve, as far as the share goes', () =>
    h.undoing(async () => {
      const logs = await redeem(await make({ faceValueWei: 11n * ETH }))
      expect(logs.map(({ event, args }) => [event, args.amount])).toEqual([
        ['ReserveClaimed', ETH],
        ['WinningTicketTransfer', 11n * ETH],
        ['WinningTicketRedeemed', undefined],
      ])
      expect(await h.view('TicketBroker', 'getSenderInfo', from)).toEqual([
        { deposit: 0n, withdrawRound: 0n },
        { fundsRemaining: 3n * ETH, claimedInCurrentRound: ETH },
      ])
      expect((await redeem(await make({ faceValueWei: 5n * ETH })))[1]?.args.amount).toBe(ETH)
      // A new round, a new share of what is left.
      await h.nextRound()
      expect((await redeem(await make({ faceValueWei: 5n * ETH })))[1]?.args.amount).toBe(ETH)
    }))

  test('a share that shrank under what was claimed already panics', () =>
    h.undoing(async () => {
      // The pool counts the next round: with B gone, A may take everything.
      await h.bm(world.C, 'unbond', (await h.delegator(world.C)).bondedAmount)
      await h.bm(world.B, 'unbond', (await h.delegator(world.B)).bondedAmount)
      await redeem(await make({ faceValueWei: 14n * ETH }))
      await h.bm(world.C, 'bond', ETH, world.C)
      await h.send(from, 'TicketBroker', 'fundReserve', [], ETH)
      expect(await refused(await make({ faceValueWei: 1n }))).toEqual({ kind: 'panic', code: 0x11n })
    }))

  test('a share that grew over what is left panics too', () =>
    h.undoing(async () => {
      await redeem(await make({ faceValueWei: 12n * ETH }))
      const B = await h.ticket(world.gateway, { recipient: world.B, faceValueWei: 2n * ETH })
      await redeem(B)
      await h.send(from, 'TicketBroker', 'fundReserve', [], 1n)
      await h.bm(world.C, 'unbond', (await h.delegator(world.C)).bondedAmount)
      await h.bm(world.B, 'unbond', (await h.delegator(world.B)).bondedAmount)
      // A counts alone now: all of the reserve less what it took, and B took the other half.
      expect(await h.bigint('TicketBroker', 'claimableReserve', from, A)).toBe(2n * ETH + 1n)
      expect(await refused(await make({ faceValueWei: ETH }))).toEqual({ kind: 'panic', code: 0x11n })
    }))

  test('who is not active is paid nothing', async () => {
    const outside = await h.ticket(world.gateway, { recipient: world.C, faceValueWei: ETH })
    expect(await refused(outside)).toEqual(text('transcoder must be active'))
    const all = await h.ticket(world.gateway, { recipient: world.C, faceValueWei: 0n })
    await h.undoing(() => redeem(all))
  })

  test('paused or before the round is initialized, nothing is redeemed', () =>
    h.undoing(async () => {
      const signed = await make()
      const batch = [[signed.ticket], [signed.signature], [signed.recipientRand]]
      const both = async (sentence: string) => {
        expect(await refused(signed)).toEqual(text(sentence))
        expect(await h.revertOf(A, 'TicketBroker', 'batchRedeemWinningTickets', batch)).toEqual(
          text(sentence),
        )
      }
      await h.mineToRound(world.round + 1n)
      await both('current round is not initialized')
      await h.send(h.deployer, 'Controller', 'pause')
      await both('system is paused')
    }))

  test('a batch passes over what fails', () =>
    h.undoing(async () => {
      const [first, lost, last] = [await make(), await make({ winProb: 0n }), await make()]
      const all = [first, lost, first, last]
      const args = [
        all.map(({ ticket }) => ticket),
        all.map(({ signature }) => signature),
        all.map(({ recipientRand }) => recipientRand),
      ]
      const logs = await h.send(world.B, 'TicketBroker', 'batchRedeemWinningTickets', args)
      expect(logs.map(({ event, args: values }) => [event, values.senderNonce])).toEqual([
        ['WinningTicketTransfer', undefined],
        ['WinningTicketRedeemed', first.ticket.senderNonce],
        ['WinningTicketTransfer', undefined],
        ['WinningTicketRedeemed', last.ticket.senderNonce],
      ])
      expect((await h.pending(A))[1]).toBe(2n * ETH)
      for (const short of [0, 1, 2]) {
        const uneven = args.map((list, index) => (index === short ? list.slice(1) : list))
        expect(await h.revertOf(A, 'TicketBroker', 'batchRedeemWinningTickets', uneven)).toEqual(OUT_OF_RANGE)
      }
    }))
})
