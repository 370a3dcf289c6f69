import { type EntityManager, IsNull, Like, Not } from 'typeorm';
import type { Config } from '../config';
import { Account } from '../modules/accounts/account.entity';
import { AuditEntry } from '../modules/audit/audit-entry.entity';
import { Vault } from '../modules/privacy/vault.service';
import { Registration } from '../modules/registrations/registration.entity';
import { bad, type Finding, good, warning } from './finding';
import { keyUse } from './sealed-columns';

/**
 * What is wrong with the keys, by the newest phones; null = they are those the data was written with. A server that wrote under others
 * would find nobody again, so it does not start.
 */
export async function wrongKeys(manager: EntityManager, config: Config): Promise<Finding | null> {
  const vault = new Vault(config);
  const newest = { order: { id: 'DESC' as const }, take: 1 };
  const accounts = await manager.find(Account, {
    ...newest,
    where: { phone: Not(IsNull()), phoneIndex: Not(IsNull()) },
  });
  const seats = await manager.find(Registration, {
    ...newest,
    where: { phone: Not(IsNull()), subject: Not(IsNull()) },
  });
  const found = [
    ...accounts.map(({ phone, phoneIndex }) => ({ phone, index: phoneIndex })),
    ...seats.map(({ phone, subject }) => ({ phone, index: subject })),
  ];
  for (const { phone, index } of found) {
    let plain: string;
    try {
      plain = vault.open(phone ?? '');
    } catch {
      return bad('FIELD_KEYS 打不开库里的手机号', '找回原来的密钥，放在新密钥前面，用逗号隔开；别用新的写数据');
    }
    if (vault.index('phone', plain) === index) continue;
    return vault.indexes('phone', plain).includes(index ?? '')
      ? bad('INDEX_KEY 换了，库里的索引还是旧的', '停下所有服务，pnpm keys reindex，做完再启动')
      : bad('INDEX_KEY 不是原来的那个，按手机号找不到人', '找回原来的 INDEX_KEY，别用新的写数据');
  }
  return null;
}

/** Which keys are still needed, and for what. */
export async function examineKeys(manager: EntityManager, config: Config): Promise<Finding[]> {
  const wrong = await wrongKeys(manager, config);
  if (wrong) return [wrong];
  const ids = config.fieldKeys.map(({ id }) => id);
  const newest = ids.at(-1)!;
  const { byKey, unknown } = await keyUse(manager, ids);
  const findings = [good(`密钥打得开库里的手机号；${newest} 号封着 ${byKey.get(newest)} 行`)];
  if (unknown) findings.push(bad(`${unknown} 行不是这些密钥封的`, '找回当时的密钥，放在 FIELD_KEYS 前面，用逗号隔开'));
  for (const id of ids.slice(0, -1)) {
    const left = byKey.get(id) ?? 0;
    if (left) findings.push(warning(`密钥 ${id} 号还封着 ${left} 行`, 'pnpm keys rotate，用最新的密钥重新封'));
    else findings.push(await unused(manager, id));
  }
  return findings;
}

/** It seals nothing any more; the audit log may still be proven by it. */
async function unused(manager: EntityManager, id: number): Promise<Finding> {
  const entries = await manager.countBy(AuditEntry, { mac: Like(`${id}:%`) });
  return good(
    entries
      ? `密钥 ${id} 号不再封着什么，只用来核对 ${entries} 条操作记录`
      : `密钥 ${id} 号没有用处了，可以从 FIELD_KEYS 去掉`,
  );
}
