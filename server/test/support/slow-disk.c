/* Loaded before a process's own libraries: every flush to the disk takes SLOW_DISK_US microseconds longer. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

typedef int (*flush)(int);

static int slowly(const char *name, int fd) {
  const char *us = getenv("SLOW_DISK_US");
  usleep(us ? atoi(us) : 0);
  return ((flush)dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd) { return slowly("fsync", fd); }
int fdatasync(int fd) { return slowly("fdatasync", fd); }
