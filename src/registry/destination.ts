import type { Login } from '../docker/credentials.js'

/** Where a run's image goes: one repository of one registry, of whatever kind. */
export interface Registry {
  /** As in references: `docker.kolena.io`, `docker.io`, `127.0.0.1:5000`. */
  host: string
  /** The repository's path: `acme/keypoint_detection_evaluator`. */
  path: string
  /** A login for the run to make; undefined when the job's own login is to be used. */
  login: Login | undefined
  /** Sees to it that the repository can be pushed to. Says whether it had to create it. */
  prepare(): Promise<'created' | 'exists' | 'not needed'>
}
