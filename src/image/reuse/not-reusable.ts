/** Why it cannot be told from its inputs what a build would make; the build itself may well work. */
export class NotReusable extends Error {
  override name = 'NotReusable'
}
