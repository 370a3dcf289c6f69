import type { Unit, UnitFigures } from '@openday/shared/people';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Failed } from '@/components/Failed';
import { Group } from '@/components/Group';
import { Segmented } from '@/components/Segmented';
import { Skeleton } from '@/components/Skeleton';
import { Desk } from '@/features/desk/Desk';
import { MayAct } from '@/features/desk/MayAct';
import { ExportButton } from '@/features/exports/ExportButton';
import { api } from '@/lib/api';
import { open } from '@/lib/routes';
import { district } from '@/lib/text/district';
import { useAccount } from '@/lib/tokens';
import '../district.scss';
import { MemberList } from './MemberList';
import { Programmes } from './Programmes';
import { UnitSheet } from './UnitSheet';

const { units: words } = district;
const PARTS = ['units', 'members', 'programmes'] as const;
type Part = (typeof PARTS)[number];
const FILES = { units: 'organizers', members: 'members', programmes: 'programmes' } as const;

/** The caller's unit and all below it, with what their records come to, and who may sign in for them. */
export default function UnitsPage() {
  const [{ part, whose }, setShown] = useState<Shown>({ part: 'units', whose: null });
  const file = <ExportButton asked={{ kind: FILES[part], ...(whose && { organizer: whose.id }) }} />;
  return (
    <Desk on="units" title={words.title} sub={words.sub} acts={file}>
      {() => <Units part={part} whose={whose} file={file} onShow={setShown} />}
    </Desk>
  );
}

interface Shown {
  part: Part;
  /** Only the people of this unit. */
  whose: Unit | null;
}

function Units({ part, whose, file, onShow }: Shown & { file: ReactNode; onShow: (shown: Shown) => void }) {
  const account = useAccount();
  const [changing, setChanging] = useState<Unit | null>(null);
  const units = useQuery({
    queryKey: ['units', account?.id],
    queryFn: ({ signal }) => api('GET /desk/units', { signal }),
  });
  if (units.isPending) return <Skeleton cards={4} height={72} />;
  if (units.isError && !units.data) return <Failed failure={units.error} onAgain={() => void units.refetch()} />;
  const { items } = units.data;
  return (
    <>
      <View className="parts">
        <Segmented
          label={words.title}
          options={PARTS.map((key) => ({ key, text: words.parts[key] }))}
          on={part}
          onPick={(next) => onShow({ part: next, whose: null })}
        />
      </View>
      {part === 'units' && (
        <Tree units={items} onChange={setChanging} onPeople={(unit) => onShow({ part: 'members', whose: unit })} />
      )}
      {part === 'members' && (
        <MemberList units={items} of={whose} onAll={() => onShow({ part: 'members', whose: null })} />
      )}
      {part === 'programmes' && <Programmes />}
      <View className="narrow-only file">{file}</View>
      <View className="gap" />
      <Group head={words.narrow}>
        <Cell icon="clock" onTap={() => open('/district/audit/index')}>
          {words.audit}
        </Cell>
        <Cell icon="flag" onTap={() => open('/district/topics/index')}>
          {words.topics}
        </Cell>
      </Group>
      {changing && <UnitSheet unit={changing} units={items} onClose={() => setChanging(null)} />}
    </>
  );
}

interface TreeProps {
  units: Unit[];
  onChange: (unit: Unit) => void;
  /** Who may sign in for it. */
  onPeople: (unit: Unit) => void;
}

function Tree({ units, onChange, onPeople }: TreeProps) {
  const depths = depthsOf(units);
  return (
    <View className="group">
      {units.map((unit) => (
        <View key={unit.id} className="unit" style={{ paddingLeft: `${16 + 20 * (depths.get(unit.id) ?? 0)}px` }}>
          <View className="grow">
            <View className="strong">{unit.name}</View>
            {unit.people.length > 0 && <View className="unit__sub">{peopleOf(unit)}</View>}
            <View className="unit__sub">
              {[words.programmes(unit.own.programmes), figures(unit.own)].filter(Boolean).join(' · ')}
            </View>
            {units.some(({ parentId }) => parentId === unit.id) && figures(unit.withBelow) && (
              <View className="unit__sub">{words.withBelow(figures(unit.withBelow))}</View>
            )}
          </View>
          <Act label={words.membersOf(unit.name, unit.people.length)} onTap={() => onPeople(unit)}>
            {words.members(unit.people.length)}
          </Act>
          <MayAct>
            <Act label={words.changeOf(unit.name)} onTap={() => onChange(unit)}>
              {words.change}
            </Act>
          </MayAct>
        </View>
      ))}
    </View>
  );
}

const figures = ({ sessions, suggestions, owed }: UnitFigures): string => words.figures(sessions, suggestions, owed);

/** By what they may do: 经办 李某、王某 · 只看不改 赵某. */
const peopleOf = ({ people }: Unit): string =>
  (['district', 'organizer', 'observer'] as const)
    .map((role) => ({ role, names: people.filter((one) => one.role === role).map(({ name }) => name) }))
    .flatMap(({ role, names }) => (names.length ? words.people(district.members.roles[role], names) : []))
    .join(' · ');

/** How far below the first each stands: they come in the order of the tree. */
function depthsOf(units: Unit[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of units) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
  return depths;
}
