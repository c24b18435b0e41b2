import type { Login } from '../docker/credentials.js'

/** Where a run's image goes: one repository of one registry of any kind. */
export interface Registry {
  /** As in references: `docker.kolena.io`, `docker.io`, `127.0.0.1:5000`. */
  host: string
  /** The repository's path: `acme/keypoint_detection_evaluator`. */
  path: string
  /** A login for this run; undefined if the job's own login is used. */
  login: Login | undefined
  /** Makes sure that the repository exists. Returns whether it had to be created. */
  prepare(): Promise<'created' | 'exists' | 'not needed'>
}
