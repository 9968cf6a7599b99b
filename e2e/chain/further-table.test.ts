import { scenarios } from '@/e2e/chain/verb-scenarios'
import { caseParts, runTable } from '@/e2e/chain/verb-table'

runTable(caseParts.further, scenarios)
