import { describe, expect, test } from '@jest/globals'
import { type BuildOutput, parseOutputs } from '../../../../src/image/build/outputs.js'

const one = (text: string) => parseOutputs(text)[0]

describe('an output', () => {
  test.each<[string, Partial<BuildOutput>]>([
    ['type=local,dest=out', { type: 'local', destination: 'out', isDirectory: true }],
    ['type=tar,dest=out.tar', { type: 'tar', destination: 'out.tar', isDirectory: false }],
    ['type=oci,dest=image.tar', { type: 'oci', destination: 'image.tar', isDirectory: false }],
    ['type=oci,dest=image,tar=false', { destination: 'image', isDirectory: true }],
    ['type=docker,dest=image.tar', { type: 'docker', destination: 'image.tar', isDirectory: false }],
    [' Type=local , dest=out ', { type: 'local', destination: 'out', settings: 'type=local' }],
    ['out/files', { type: 'local', destination: 'out/files', settings: 'type=local' }],
    ['type=oci,"dest=a,b","name=c,d"', { destination: 'a,b', settings: 'type=oci,"name=c,d"' }],
    ['"type=local,dest=out"', { destination: 'out', settings: 'type=local' }],
    ['"type=local,""dest=a,b"""', { destination: 'a,b', settings: 'type=local' }],
    [
      'type=oci,dest=a.tar,compression=zstd,annotation.org.example=x=y',
      { settings: 'type=oci,compression=zstd,annotation.org.example=x=y' },
    ],
  ])('is read from %s', (text, expected) => {
    expect(one(text)).toMatchObject(expected)
  })

  test('is one line of a list', () => {
    const text = 'type=local,dest=a\r\n\n  type=tar,dest=b\n'
    expect(parseOutputs(text).map(({ destination }) => destination)).toEqual(['a', 'b'])
  })

  test.each([
    ['type=image,push=true', 'the image that was verified is pushed anyway; leave it out'],
    ['type=image', 'the image that was verified is pushed anyway; leave it out'],
    ['type=registry', 'For a second registry, publish to it in a run of its own'],
    ['type=local,dest=out,push=true', 'the image that was verified is pushed'],
    ['type=cacheonly', 'it writes nothing; leave it out'],
    ['type=gha,dest=x', 'write for example type=local,dest=DIRECTORY'],
    ['dest=out', 'write for example type=local,dest=DIRECTORY'],
    ['type=constructor,dest=out', 'write for example type=local,dest=DIRECTORY'],
    ['type=docker', 'does not write into a file or directory'],
    ['type=docker,context=other,dest=x', 'does not write into a file or directory'],
    ['type=tar,dest=-', 'does not write into a file or directory'],
    ['-', 'does not write into a file or directory'],
    ['type=local,dest=a,dest=b', 'is not a list of different KEY=VALUE'],
    ['type=local,TYPE=registry,dest=a', 'is not a list of different KEY=VALUE'],
    ['type=local,out', 'is not a list of different KEY=VALUE'],
    ['type=local,"dest=out', 'the quote that opens on line 1 is not closed'],
  ])('is refused: %s', (text, message) => {
    expect(() => parseOutputs(text)).toThrow(message)
  })
})
