import { expect, test } from '@jest/globals'
import { parseEcrHost } from '../../../../src/platforms/aws/ecr-host.js'

const account = '123456789012'

test.each([
  ['dkr.ecr.eu-west-1.amazonaws.com', 'eu-west-1'],
  ['dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
  ['dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  ['dkr.ecr.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
  ['dkr.ecr.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
  ['dkr.ecr.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1'],
  ['dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk', 'eu-isoe-west-1'],
  ['dkr.ecr.us-isof-south-1.csp.hci.ic.gov', 'us-isof-south-1'],
  ['dkr-ecr.eu-west-1.on.aws', 'eu-west-1'],
])('reads %s as a registry in %s', (host, region) => {
  expect(parseEcrHost(`${account}.${host}`)).toEqual({ kind: 'private', account, region })
})

test.each([
  '12345678901.dkr.ecr.eu-west-1.amazonaws.com',
  `${account}.dkr.ecr.eu-west-1.amazonaws.com.example.com`,
  `x${account}.dkr.ecr.eu-west-1.amazonaws.com`,
  `${account}.dkr.ecr..amazonaws.com`,
  `${account}.dkr.ecr.eu-west-1.amazonaws.com:443`,
  'gallery.ecr.aws',
  'docker.io',
])('does not read %s as a registry of AWS', (host) => {
  expect(parseEcrHost(host)).toBeUndefined()
})

test('reads public.ecr.aws as the public registry', () => {
  expect(parseEcrHost('public.ecr.aws')).toEqual({ kind: 'public' })
})
