import type { PlanImport } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Skeleton } from '@/components/Skeleton';
import { Tap } from '@/components/Tap';
import { DESK_PLACES, reviewUrl } from '@/features/desk/places';
import { countStandings, isSkipped } from '@/features/plans/row-standing';
import { useOpenPlans } from '@/features/plans/usePlans';
import { open } from '@/lib/routes';
import { desk } from '@/lib/text/desk';
import { type Task, useDecisions } from './useDecisions';
import { useSuggestionTasks } from './useSuggestionTasks';

const { home: words } = desk;

/** What there is to do; ends with saying that there is nothing else. */
export function Tasks() {
  const { plans, listed, none } = useOpenPlans();
  const decisions = useDecisions();
  const said = useSuggestionTasks();
  if (!listed || !decisions || !said) return <Skeleton cards={2} height={84} />;
  // People wait for these; a sheet does not.
  const tasks = [...decisions, ...said, ...(none ? [firstPlan()] : plans.flatMap(tasksOf))];
  return (
    <>
      <View className="sec sec--first">{tasks.length > 0 ? words.tasks(tasks.length) : words.none}</View>
      {tasks.length > 0 && (
        <Group>
          {tasks.map((task, index) => (
            <TaskRow key={task.key} task={task} first={index === 0} />
          ))}
        </Group>
      )}
      <View className="after">{words.after(tasks.length)}</View>
    </>
  );
}

function TaskRow({ task, first }: { task: Task; first: boolean }) {
  const go = () => open(task.url);
  return (
    <View className="task">
      <Tap className="task__words" role="link" onTap={go}>
        <View className="grow">
          <View className="task__title">{task.title}</View>
          <View className="task__why">{task.why}</View>
        </View>
        <Icon name="right" className="task__chevron" />
      </Tap>
      <Button kind={first ? 'primary' : 'ink'} className="task__do" onTap={go}>
        {task.go}
      </Button>
    </View>
  );
}

function firstPlan(): Task {
  const url = DESK_PLACES.find(({ key }) => key === 'plans')?.url ?? '';
  return { key: 'first', title: words.firstPlan, why: words.firstPlanWhy, go: words.goImport, url };
}

/** A sheet is work while rows of it are neither public nor left out, and again while some have no date. */
function tasksOf(plan: PlanImport): Task[] {
  const counts = countStandings(plan.items);
  const left = plan.items.filter((row) => row.state !== 'published' && row.state !== 'announced' && !isSkipped(row));
  const undated = plan.items.filter(({ state }) => state === 'announced').length;
  const tasks: Task[] = [];
  if (left.length > 0) {
    const decided = left.length - counts.block - counts.ask;
    const why = words.rowsWhy(counts.block, counts.ask, decided);
    const title = words.rowsLeft(plan.title, left.length);
    tasks.push({ key: plan.id, title, why, go: words.go, url: reviewUrl(plan.id) });
  }
  if (undated > 0) {
    const title = words.undated(plan.title, undated);
    tasks.push({ key: `${plan.id}-dates`, title, why: words.undatedWhy, go: words.goDate, url: reviewUrl(plan.id) });
  }
  return tasks;
}
