import { describe, expect, it } from 'vitest'
import { cacheScope, type Envelope, open, seal } from './tenant-envelope.ts'

const key = Buffer.from('a key of the gateway, thirty-two!')
const base: Envelope = {
  tenant: 'acme',
  group: 'retail',
  dataClass: 'confidential',
  region: 'eu',
  strategies: ['local', 'hybrid'],
  trace: 't-1',
  expires: 2_000,
}
const with_ = (part: Partial<Envelope>): Envelope => ({ ...base, ...part })

describe('tenant envelope', () => {
  it('comes back as it went', () => {
    expect(open(seal(base, key), key, 1_000)).toEqual(base)
  })

  it('refuses a tenant that somebody rewrote', () => {
    const [, tag] = seal(base, key).split('.')
    const forged = `${Buffer.from(JSON.stringify(with_({ tenant: 'rival' }))).toString('base64url')}.${tag}`
    expect(() => open(forged, key, 1_000)).toThrow('bad signature')
  })

  it('refuses another key, a missing tag and a late call', () => {
    const token = seal(base, key)
    expect(() => open(token, Buffer.from('another key'), 1_000)).toThrow('bad signature')
    expect(() => open(token.split('.')[0] ?? '', key, 1_000)).toThrow('bad signature')
    expect(() => open('', key, 1_000)).toThrow('bad signature')
    expect(() => open(token, key, 2_000)).toThrow('expired')
  })

  it('gives two tenants two cache scopes, and two regions two', () => {
    const scopes = [base, with_({ tenant: 'rival' }), with_({ region: 'us' }), with_({ dataClass: 'internal' })]
    expect(new Set(scopes.map(e => cacheScope(e, key))).size).toBe(4)
  })

  it('widens the circle as the class relaxes', () => {
    const rival = with_({ tenant: 'rival' })
    const same = (dataClass: Envelope['dataClass']) =>
      cacheScope({ ...base, dataClass }, key) === cacheScope({ ...rival, dataClass }, key)
    expect([same('public'), same('internal'), same('confidential')]).toEqual([true, true, false])
    const stranger = with_({ tenant: 'third', group: 'media', dataClass: 'internal' })
    expect(cacheScope(stranger, key)).not.toBe(cacheScope(with_({ dataClass: 'internal' }), key))
  })

  it('caches no restricted data', () => {
    expect(cacheScope(with_({ dataClass: 'restricted' }), key)).toBeUndefined()
  })
})
