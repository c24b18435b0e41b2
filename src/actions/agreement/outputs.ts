import { passedOutput } from '../../data/gate.js'
import type { AgreementResult } from './result.js'

/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
export function agreementOutputs({
  mode,
  created,
  predictions,
  pushed,
  agreement,
  gates,
  linkTo,
}: AgreementResult): Record<string, string> {
  const worst = agreement?.worst.map(({ externalId, assetId, score, predicted, human }) => ({
    external_id: externalId,
    asset_id: assetId,
    agreement: score,
    model: predicted ?? null,
    human,
    url: linkTo?.(assetId) ?? null,
  }))
  return {
    agreement: text(agreement?.agreement),
    coverage: text(agreement?.coverage),
    scored: text(agreement?.scored),
    predictions: text(predictions),
    'created-assets': mode?.dryRun ? '' : text(created),
    pushed: mode?.dryRun ? '' : text(pushed?.sent),
    disagreements: worst ? JSON.stringify(worst) : '',
    passed: passedOutput(gates),
    'dry-run': mode ? String(mode.dryRun) : '',
  }
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
