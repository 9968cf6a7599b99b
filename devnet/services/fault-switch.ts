/** How a test makes a service fail: `error` answers HTTP 503, `drop` closes the connection without an answer. */
export type ServiceFault = 'none' | 'error' | 'drop'

export interface FaultSwitch {
  setFault(fault: ServiceFault): void
  fault(): ServiceFault
}

export function createFaultSwitch(): FaultSwitch {
  let current: ServiceFault = 'none'
  return {
    setFault: (fault) => {
      current = fault
    },
    fault: () => current,
  }
}
