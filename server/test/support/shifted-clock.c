/*
 * Loaded before a process's own libraries: its wall clock is off by the seconds that stand in the file SHIFTED_CLOCK, and
 * leaps when they change. A wait that has begun is not cut short by a leap.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *shift;

__attribute__((constructor)) static void open_shift(void) {
  int file = open(getenv("SHIFTED_CLOCK"), O_RDONLY);
  void *mapped = mmap(NULL, sizeof *shift, PROT_READ, MAP_SHARED, file, 0);
  if (mapped == MAP_FAILED) abort();
  shift = mapped;
}

static int64_t shifted(void) { return shift ? *shift : 0; }

int clock_gettime(clockid_t clock, struct timespec *at) {
  int failed = syscall(SYS_clock_gettime, clock, at);
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) at->tv_sec += shifted();
  return failed;
}

int gettimeofday(struct timeval *at, void *zone) {
  struct timespec now;
  int failed = clock_gettime(CLOCK_REALTIME, &now);
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return failed;
}

time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}

/* The deadline is of the shifted clock, or of the one since the machine's start: that one is far smaller. */
int pthread_cond_timedwait(pthread_cond_t *told, pthread_mutex_t *mutex, const struct timespec *until) {
  struct timespec real = *until;
  if (real.tv_sec < 1000000000) return pthread_cond_clockwait(told, mutex, CLOCK_MONOTONIC, &real);
  real.tv_sec -= shifted();
  return pthread_cond_clockwait(told, mutex, CLOCK_REALTIME, &real);
}
