import type { Login } from '../docker/credentials.js'

/** The destination of a run's image: one repository in a registry of any kind. */
export interface Registry {
  /** The host as in references: `docker.kolena.io`, `docker.io`, `127.0.0.1:5000`. */
  host: string
  /** The repository's path: `acme/keypoint_detection_evaluator`. */
  path: string
  /** A login for this run; undefined if the job's own login is used. */
  login: Login | undefined
  /** Makes sure that the repository exists. Returns whether it had to be created. */
  prepare(): Promise<'created' | 'exists' | 'not needed'>
}
