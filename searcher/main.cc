// searcher: ranked answers from a news archive.
#include <malloc.h>

#include <climits>

#include "common/cli/program.h"
#include "searcher/commands/program.h"

/// Memory that is given back is soon asked for again: that it stays spares the
/// kernel its pages being made anew.
int main(int argc, char** argv) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_TOP_PAD, 1 << 20);
  return broadsheet::run_program(broadsheet::searcher_program(), argc, argv);
}
