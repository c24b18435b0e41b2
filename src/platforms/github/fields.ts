/** The inputs about the comment on a pull request, which several actions share. */
import { z } from 'zod/mini'
import { oneOf } from '../../runtime/fields.js'
import { secret } from '../../runtime/inputs.js'

export const commentFields = {
  'github-token': secret(z.string()),
  comment: z.prefault(oneOf('auto', 'off'), 'auto'),
}
