import { ConfigurationError, readEnv } from '@/lib/network/env'
import { checkChainId } from '@/lib/network/start-check'

/** Checks the environment and the chain's id; ends the process with one line when the site must not start. */
export async function checkAtStart(): Promise<void> {
  try {
    readEnv()
    const warning = await checkChainId(5000)
    if (warning) console.warn(warning)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
