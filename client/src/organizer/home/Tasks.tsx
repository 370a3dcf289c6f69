import { dayOf } from '@openday/shared/dates';
import type { PlanImport } from '@openday/shared/plans';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { Skeleton } from '@/components/Skeleton';
import { Tap } from '@/components/Tap';
import { MayAct } from '@/features/desk/MayAct';
import { useMayAct } from '@/features/desk/may-act';
import { DESK_PLACES, reviewUrl } from '@/features/desk/places';
import { countStandings, isSkipped } from '@/features/plans/row-standing';
import { useOpenPlans } from '@/features/plans/usePlans';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { boardText } from '@/lib/text/board';
import { desk } from '@/lib/text/desk';
import { everyone } from '@/lib/text/everyone';
import { dueWords, type Task, useDeskTasks } from './useDeskTasks';

const { home: words } = desk;

/** What there is to do, by the day it is due; ends with saying that there is nothing else. */
export function Tasks() {
  const may = useMayAct();
  const { plans, listed, none, ...sheets } = useOpenPlans();
  const { tasks: waiting, ...asked } = useDeskTasks();
  if (!listed || !waiting) return <Skeleton cards={2} height={84} />;
  const failure = asked.failure ?? sheets.failure;
  const again = () => {
    if (asked.failure) asked.again();
    sheets.again();
  };
  const today = dayOf(serverNow());
  const tasks = [...waiting, ...(none && may ? [firstPlan()] : plans.flatMap(tasksOf))];
  const parts = [
    { say: boardText.tasks.today, tasks: tasks.filter(({ due }) => due !== null && due <= today) },
    { say: boardText.tasks.later, tasks: tasks.filter(({ due }) => due !== null && due > today) },
    { say: boardText.tasks.undated, tasks: tasks.filter(({ due }) => due === null) },
  ].filter((part) => part.tasks.length > 0);
  return (
    <>
      {failure && (
        <Notice kind="bad" icon="offline" act={{ text: everyone.again, onTap: again }}>
          {`${boardText.tasks.failed}：${failure.message}`}
        </Notice>
      )}
      {parts.length === 0 && !failure && <View className="sec sec--first">{words.none}</View>}
      {parts.map((part, nth) => (
        <View key={part.say(0)}>
          <View className={classes('sec', nth === 0 && 'sec--first')}>{part.say(part.tasks.length)}</View>
          <Group>
            {part.tasks.map((task, index) => (
              <TaskRow key={task.key} task={task} first={nth === 0 && index === 0} />
            ))}
          </Group>
        </View>
      ))}
      {!failure && may && <View className="after">{words.after(tasks.length)}</View>}
    </>
  );
}

function TaskRow({ task, first }: { task: Task; first: boolean }) {
  const go = () => open(task.url);
  const due = task.due === null ? null : dueWords(task.due);
  return (
    <View className={classes('task', first && 'task--first')}>
      {due && <View className={classes('task__due', due.pressing && 'task__due--bad')}>{due.words}</View>}
      <Tap className="task__words" role="link" onTap={go}>
        <View className="grow">
          <View className="task__title">{task.title}</View>
          <View className="task__why">{task.why}</View>
        </View>
        <Icon name="right" className="task__chevron" />
      </Tap>
      <MayAct>
        <Button kind={first ? 'primary' : 'ink'} className="task__do" onTap={go}>
          {task.go}
        </Button>
      </MayAct>
    </View>
  );
}

function firstPlan(): Task {
  const url = DESK_PLACES.find(({ key }) => key === 'plans')?.url ?? '';
  return { key: 'first', due: null, title: words.firstPlan, why: words.firstPlanWhy, go: words.goImport, url };
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
    tasks.push({ key: plan.id, due: null, title, why, go: words.go, url: reviewUrl(plan.id) });
  }
  if (undated > 0) {
    const title = words.undated(plan.title, undated);
    tasks.push({
      key: `${plan.id}-dates`,
      due: null,
      title,
      why: words.undatedWhy,
      go: words.goDate,
      url: reviewUrl(plan.id),
    });
  }
  return tasks;
}
