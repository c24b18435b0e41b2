/** The reason why the inputs of a build do not determine its result. The build itself may still succeed. */
export class NotReusable extends Error {
  override name = 'NotReusable'
}
